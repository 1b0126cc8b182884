using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>The newest messages, newest first, and how each channel last fared.</summary>
public sealed record OutboxState(ValueList<OutboxEntry> Entries)
{
    public static OutboxState Empty { get; } = new([]);

    /// <summary>As a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<OutboxEntry> List { get; } = Entries;

    /// <summary>The last try of a channel; null while there was none.</summary>
    public OutboxEntry? LastOf(string channel) => Entries.Where(entry => entry.ChannelId == channel && entry.TriedAt is not null).MaxBy(entry => entry.TriedAt);

    public int Waiting(string channel) => Entries.Count(entry => entry.ChannelId == channel && entry.Phase is (OutboxPhase.Waiting or OutboxPhase.Retrying));
}
