using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>What the pages show of the reconciler: the last pass, each target, each exposure.</summary>
public sealed record ReconcileStatus
{
    public static ReconcileStatus NotStarted { get; } = new();

    public long Revision { get; init; }

    public ChangePolicy Policy { get; init; }

    public bool IsRunning { get; init; }

    public DateTimeOffset? LastPassAt { get; init; }

    public ImmutableArray<TargetStatus> Targets { get; init; } = [];

    public ImmutableDictionary<string, OwnerStatus> Owners { get; init; } = ImmutableDictionary<string, OwnerStatus>.Empty;

    /// <summary>What is left to do, or to be decided.</summary>
    public Plan Plan { get; init; } = Plan.Empty;

    public ImmutableArray<HeldChange> Held { get; init; } = [];

    /// <summary>Set when the brake holds a mass delete that an admin may confirm.</summary>
    public string? BrakeFingerprint { get; init; }

    /// <summary>What was wanted when this was worked out: an edit made since is not judged yet.</summary>
    public DesiredState Judged { get; init; } = new();

    /// <summary>How an exposure stands as it is wanted now; pending while the last pass knew another version of it.</summary>
    public OwnerPhase PhaseOf(Exposure exposure) =>
        exposure.Equals(Judged.FindExposure(exposure.Id)) ? Of(exposure.Id)?.Phase ?? OwnerPhase.Pending : OwnerPhase.Pending;

    /// <summary>What we made, as the last pass knew it, so that a page can tell ours from others' by more than a mark.</summary>
    internal Ledger Ledger { get; init; } = Ledger.Empty;

    public OwnerStatus? Of(string ownerId) => Owners.GetValueOrDefault(ownerId);
}
