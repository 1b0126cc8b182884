namespace HomelabPortal.Storage.Rows;

/// <summary>Something outside that we made: where it is, and what we last wrote there.</summary>
internal sealed class LedgerRow
{
    public required string Target { get; set; }

    public required string Kind { get; set; }

    public required string Name { get; set; }

    public required string OwnerId { get; set; }

    public string? RemoteId { get; set; }

    public required string LastApplied { get; set; }

    public required long AppliedAtTicks { get; set; }
}
