using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>Puts the chosen content into the cluster.</summary>
internal static class LabFiller
{
    public static void Fill(KubernetesStore store, SimulatedLabOptions options)
    {
        foreach (var definition in LabDefinitions.All) store.Put(definition);
        if (options.Content is LabContent.ReferenceLabContent)
        {
            foreach (var item in ReferenceObjects.All(options.Time.GetUtcNow())) store.Put(item);
        }
        store.ForgetHistory();
    }
}
