using System.Threading.Channels;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What a container wrote, and who reads along.</summary>
public sealed class LogBook
{
    private const int Capacity = 5000;
    private readonly Lock _gate = new();
    private readonly Queue<LogEntry> _entries = [];
    private readonly List<Channel<LogEntry>> _readers = [];

    public IReadOnlyList<LogEntry> Entries
    {
        get { lock (_gate) return [.. _entries]; }
    }

    public void Write(LogEntry entry)
    {
        lock (_gate)
        {
            if (_entries.Count == Capacity) _entries.Dequeue();
            _entries.Enqueue(entry);
            foreach (var reader in _readers) reader.Writer.TryWrite(entry);
        }
    }

    /// <summary>What is there, and everything that follows without a gap until the container stops.</summary>
    internal (IReadOnlyList<LogEntry> Past, Channel<LogEntry> Future) Follow()
    {
        var channel = Channel.CreateUnbounded<LogEntry>();
        lock (_gate)
        {
            _readers.Add(channel);
            return ([.. _entries], channel);
        }
    }

    internal void Leave(Channel<LogEntry> channel)
    {
        lock (_gate) _readers.Remove(channel);
    }

    /// <summary>Ends the readers that follow: the container stopped.</summary>
    internal void End()
    {
        lock (_gate)
        {
            foreach (var reader in _readers) reader.Writer.TryComplete();
            _readers.Clear();
        }
    }
}
