namespace HomelabPortal.Reconcile;

/// <summary>What came of a one-off act.</summary>
/// <param name="Fault">Why it failed, for a person; null when it succeeded.</param>
internal sealed record ActionOutcome(long AuditId, string? Fault)
{
    public bool Succeeded => Fault is null;
}
