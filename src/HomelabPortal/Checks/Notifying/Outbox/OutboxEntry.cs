namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>One thing that was or is to be told through one channel.</summary>
/// <param name="Kind">"down", "recovered" or "test".</param>
/// <param name="DueAt">When it is tried, while it waits.</param>
/// <param name="TriedAt">When it was last tried; null while it never was.</param>
/// <param name="Fault">Why the last try failed, who of several did not get it, or why nothing is sent.</param>
public sealed record OutboxEntry(
    long Id, string ChannelId, string ChannelName, string Kind, string CheckId, string CheckName, string Words, DateTimeOffset At, OutboxPhase Phase, DateTimeOffset DueAt, int Attempts, DateTimeOffset? TriedAt, string? Fault);
