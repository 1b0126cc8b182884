namespace HomelabPortal.Reconcile;

/// <summary>Whether an outside system could be seen at the last look.</summary>
public sealed record TargetStatus(string Name, DateTimeOffset LookedAt, TargetFault? Fault);
