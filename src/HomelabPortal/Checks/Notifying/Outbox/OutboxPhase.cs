namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>What became of a message.</summary>
public enum OutboxPhase
{
    Waiting,
    Sent,

    /// <summary>It failed and is tried again.</summary>
    Retrying,

    /// <summary>It failed for so long that it is not tried any more.</summary>
    Failed,

    /// <summary>Its channel is gone or off.</summary>
    Dropped,
}
