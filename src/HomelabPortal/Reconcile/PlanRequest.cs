using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>Everything a planner may look at besides its own observation.</summary>
/// <param name="Desired">All compiled resources; a planner takes its own kinds.</param>
internal sealed record PlanRequest(string Instance, ImmutableArray<DesiredResource> Desired, Ledger Ledger, LabFacts Facts)
{
    public static PlanRequest From(DesiredState state, IEnumerable<IDesiredCompiler> compilers, Ledger ledger, LabFacts facts) =>
        new(state.Instance, [.. compilers.SelectMany(compiler => compiler.Compile(state))], ledger, facts);
}
