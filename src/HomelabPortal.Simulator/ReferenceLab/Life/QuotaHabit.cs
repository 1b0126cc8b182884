using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Keeps what quotas say is used true to the pods and claims.</summary>
internal sealed class QuotaHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("", "persistentvolumeclaims"), ("", "resourcequotas"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(5);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var (pods, claims) = (store.List("", "pods"), store.List("", "persistentvolumeclaims"));
        foreach (var quota in store.List("", "resourcequotas"))
            store.Edit(quota, current => QuotaStatus.Write(current, pods, claims));
    }
}
