using System.Collections.Immutable;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Exposures;

/// <summary>A real target at which the portal may die before a write, or after it and before it knows.</summary>
internal sealed class CrashingTarget(ITarget inner, CrashPoint crash) : ITarget
{
    public string Name => inner.Name;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => inner.Stages;

    public Task<ITargetView> ObserveAsync(CancellationToken cancellationToken) => inner.ObserveAsync(cancellationToken);

    public Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken) => inner.ReadBackAsync(change, cancellationToken);

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        crash.Step($"before writing to {Name}");
        var outcomes = await inner.ApplyAsync(batch, cancellationToken);
        crash.Step($"after writing to {Name}");
        return outcomes;
    }
}
