using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Fleet;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>Puts the chosen content into the cluster.</summary>
internal static class LabFiller
{
    public static void Fill(KubernetesStore store, SimulatedLabOptions options)
    {
        foreach (var definition in LabDefinitions.All) store.Take(definition, "k3s");
        foreach (var item in Content(options.Content, options.Time.GetUtcNow())) store.Take(item, OwnerOf(item));
        store.ForgetHistory();
    }

    /// <summary>Argo CD owns the fields of what it deploys; k3s stands for its controllers and kubelets.</summary>
    private static string OwnerOf(JsonObject item) =>
        item["metadata"]?["annotations"]?["argocd.argoproj.io/tracking-id"] is null ? "k3s" : "argocd-controller";

    private static IEnumerable<JsonObject> Content(LabContent content, DateTimeOffset now) => content switch
    {
        LabContent.ReferenceLabContent => ReferenceObjects.All(now),
        LabContent.FleetContent fleet => FleetObjects.All(fleet.Nodes, fleet.Pods, now),
        _ => FleetObjects.Namespaces([], now),
    };
}
