using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Events;

/// <summary>Gives all who look at the same events one reader.</summary>
internal sealed class EventLooks(EventReader reader, TimeProvider time, ILogger<EventLooks> logger)
{
    private readonly Dictionary<EventScope, Shared> _open = [];

    /// <summary>Read at once and then every ten seconds, until what is returned is disposed.</summary>
    public IDisposable Open(EventScope scope, out Live<EventsRead> live)
    {
        lock (_open)
        {
            if (!_open.TryGetValue(scope, out var shared))
            {
                shared = _open[scope] = new Shared(new EventLook(scope, reader, time, logger));
                // It ends when the last one has gone, and reports its faults itself.
                _ = shared.Look.RunAsync(shared.Closed.Token);
            }

            shared.Viewers++;
            live = shared.Look.Live;
            return new Viewer(this, scope);
        }
    }

    private void Close(EventScope scope)
    {
        lock (_open)
        {
            var shared = _open[scope];
            if (--shared.Viewers > 0)
                return;
            _open.Remove(scope);
            shared.Closed.Cancel();
        }
    }

    private sealed class Shared(EventLook look)
    {
        public EventLook Look => look;

        public CancellationTokenSource Closed { get; } = new();

        public int Viewers { get; set; }
    }

    private sealed class Viewer(EventLooks looks, EventScope scope) : IDisposable
    {
        private bool _isClosed;

        public void Dispose()
        {
            if (_isClosed)
                return;
            _isClosed = true;
            looks.Close(scope);
        }
    }
}
