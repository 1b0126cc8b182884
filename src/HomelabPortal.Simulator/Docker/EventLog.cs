using System.Threading.Channels;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The last events of a host, and who reads along.</summary>
internal sealed class EventLog
{
    private const int Capacity = 256;
    private readonly Lock _gate = new();
    private readonly Queue<EngineEvent> _events = [];
    private readonly List<Channel<EngineEvent>> _readers = [];

    public void Publish(EngineEvent happened)
    {
        lock (_gate)
        {
            if (_events.Count == Capacity) _events.Dequeue();
            _events.Enqueue(happened);
            foreach (var reader in _readers) reader.Writer.TryWrite(happened);
        }
    }

    public void Forget()
    {
        lock (_gate) _events.Clear();
    }

    public (IReadOnlyList<EngineEvent> Past, Channel<EngineEvent> Future) Follow()
    {
        var channel = Channel.CreateUnbounded<EngineEvent>();
        lock (_gate)
        {
            _readers.Add(channel);
            return ([.. _events], channel);
        }
    }

    public void Leave(Channel<EngineEvent> channel)
    {
        lock (_gate) _readers.Remove(channel);
    }
}
