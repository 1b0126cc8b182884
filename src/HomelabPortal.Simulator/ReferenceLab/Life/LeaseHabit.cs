using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Renews the leases of the nodes and of the API address.</summary>
internal sealed class LeaseHabit(KubernetesStore store) : ILabHabit
{
    public TimeSpan Every { get; } = TimeSpan.FromSeconds(10);

    public void Act(DateTimeOffset now)
    {
        foreach (var lease in store.List("coordination.k8s.io", "leases").Where(lease => lease.Namespace() == "kube-node-lease" || lease.Name() == "plndr-cp-lock"))
            store.Edit(lease, current => current["spec"]!["renewTime"] = Manifest.MicroTime(now));
    }
}
