using System.Collections.Immutable;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Activity;

/// <summary>One apply and the writes it made.</summary>
/// <param name="Status">One of <see cref="PlanStatus"/>.</param>
public sealed record AppliedPlan(long Id, DateTimeOffset At, long Revision, string Text, string Status, ImmutableArray<AppliedChange> Changes);

/// <summary>One write of an apply. Open means that its outcome was not yet known.</summary>
public sealed record AppliedChange(Change Change, bool IsOpen, bool Succeeded, string? Error, DateTimeOffset At);
