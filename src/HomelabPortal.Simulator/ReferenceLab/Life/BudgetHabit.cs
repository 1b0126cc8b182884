using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Keeps what disruption budgets allow true to the pods.</summary>
internal sealed class BudgetHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("policy", "poddisruptionbudgets"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var pods = store.List("", "pods");
        foreach (var budget in store.List("policy", "poddisruptionbudgets"))
            store.Edit(budget, current => BudgetStatus.Write(current, pods));
    }
}
