namespace HomelabPortal.Storage.Rows;

/// <summary>A whole zone as it was just before we wrote to it, or when somebody asked for it.</summary>
internal sealed class ZoneSnapshotRow
{
    public long Id { get; set; }

    public required string ZoneId { get; set; }

    public required string ZoneName { get; set; }

    public required long TakenAtTicks { get; set; }

    /// <summary>Why it was taken, in words for a person.</summary>
    public required string Reason { get; set; }

    /// <summary>The records as JSON, with their ids, so that the zone can be compared and put back.</summary>
    public required string Records { get; set; }
}
