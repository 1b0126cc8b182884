using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>One outside system that the portal writes to. It does; its planner decides.</summary>
internal interface ITarget
{
    /// <summary>The first part of its resource keys: "kubernetes", "tunnel" or "dns".</summary>
    string Name { get; }

    /// <summary>The stages at which this target takes things away and builds them.</summary>
    (ChangeStage Withdraw, ChangeStage Build) Stages { get; }

    /// <summary>Looks at everything the planner needs. A partial look is a failure, not a short answer.</summary>
    /// <exception cref="TargetException">It could not be seen; nothing may be planned from that.</exception>
    Task<ITargetView> ObserveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes a batch of one stage: read, compare with <see cref="Change.Before"/>, write, read back.
    /// Answers for every change; one bad change does not stop the others.
    /// </summary>
    Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Tells by reading whether an interrupted change took effect.
    /// For a change that did, the outcome carries the ledger entry it should have left.
    /// </summary>
    /// <exception cref="TargetException">It could not be seen; ask again later.</exception>
    Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken);
}
