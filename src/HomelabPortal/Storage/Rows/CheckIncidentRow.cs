namespace HomelabPortal.Storage.Rows;

/// <summary>From the first failure until the answer that ended it. Whether people were told is a part of it, so that a restart tells nobody twice.</summary>
internal sealed class CheckIncidentRow
{
    public long Id { get; set; }

    public required string CheckId { get; set; }

    public required long StartedAtTicks { get; set; }

    /// <summary>Null while it lasts.</summary>
    public long? EndedAtTicks { get; set; }

    /// <summary>What was found when it was confirmed.</summary>
    public required string Words { get; set; }

    /// <summary>Messages about its beginning stand in the outbox.</summary>
    public bool IsTold { get; set; }

    /// <summary>The same of its end, or there is nothing to be told about it.</summary>
    public bool IsEndTold { get; set; }
}
