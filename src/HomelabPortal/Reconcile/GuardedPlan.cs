using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>A plan after the guard.</summary>
/// <param name="BrakeFingerprint">Set when the brake holds deletes: confirming this very set releases it.</param>
public sealed record GuardedPlan(ImmutableArray<Change> Allowed, ImmutableArray<HeldChange> Held, string? BrakeFingerprint);

public sealed record HeldChange(Change Change, string Why);
