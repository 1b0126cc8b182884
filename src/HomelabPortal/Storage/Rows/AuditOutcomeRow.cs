namespace HomelabPortal.Storage.Rows;

/// <summary>What came of an act that takes a while: a row of its own, because audit rows are never changed.</summary>
internal sealed class AuditOutcomeRow
{
    public required long AuditId { get; set; }

    public required long AtTicks { get; set; }

    public required string Outcome { get; set; }
}
