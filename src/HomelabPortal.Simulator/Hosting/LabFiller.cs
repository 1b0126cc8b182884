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
        foreach (var definition in LabDefinitions.All) store.Put(definition);
        foreach (var item in Content(options.Content, options.Time.GetUtcNow())) store.Put(item);
        store.ForgetHistory();
    }

    private static IEnumerable<JsonObject> Content(LabContent content, DateTimeOffset now) => content switch
    {
        LabContent.ReferenceLabContent => ReferenceObjects.All(now),
        LabContent.FleetContent fleet => FleetObjects.All(fleet.Nodes, fleet.Pods, now),
        _ => FleetObjects.Namespaces([], now),
    };
}
