namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>What a message is about.</summary>
internal enum ToldKind
{
    Down,
    Recovered,

    /// <summary>Somebody tries a channel out.</summary>
    Test,
}
