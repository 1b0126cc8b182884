namespace HomelabPortal.Storage.Rows;

/// <summary>One thing to be told through one channel. Rows that wait for the same channel go out as one message.</summary>
internal sealed class NotificationRow
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string Dropped = "dropped";

    public long Id { get; set; }

    public required string ChannelId { get; set; }

    /// <summary>What the channel was called then.</summary>
    public required string ChannelName { get; set; }

    /// <summary>"down", "recovered" or "test".</summary>
    public required string Kind { get; set; }

    /// <summary>Empty for a test.</summary>
    public required string CheckId { get; set; }

    public required string CheckName { get; set; }

    public required string Severity { get; set; }

    public required string Words { get; set; }

    public long? IncidentId { get; set; }

    public required long AtTicks { get; set; }

    /// <summary>Of a recovery, when it went down.</summary>
    public long? SinceTicks { get; set; }

    /// <summary>Not sent before then.</summary>
    public required long DueTicks { get; set; }

    public required string State { get; set; }

    public int Attempts { get; set; }

    /// <summary>From then on it is tried for a day.</summary>
    public long? FirstTriedAtTicks { get; set; }

    public long? TriedAtTicks { get; set; }

    /// <summary>Why the last attempt failed, who of several did not get it, or why nothing is sent.</summary>
    public string? Fault { get; set; }
}
