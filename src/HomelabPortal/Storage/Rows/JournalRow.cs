namespace HomelabPortal.Storage.Rows;

/// <summary>The intent to write something outside, committed before the write and closed after it.</summary>
internal sealed class JournalRow
{
    public long Id { get; set; }

    /// <summary>The apply it belongs to.</summary>
    public required long PlanId { get; set; }

    /// <summary>The whole change as JSON.</summary>
    public required string Change { get; set; }

    public required long OpenedAtTicks { get; set; }

    public long? ClosedAtTicks { get; set; }

    public bool Succeeded { get; set; }

    public string? Error { get; set; }
}
