using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>Gives all who watch the same container one measuring.</summary>
internal sealed class StatsLooks(IReadOnlyList<DockerHost> hosts, TimeProvider time, ILogger<StatsLooks> logger)
{
    private readonly Dictionary<(string Host, string Id), Shared> _open = [];

    public int Open
    {
        get
        {
            lock (_open)
                return _open.Count;
        }
    }

    /// <summary>Measured at once and then every two seconds, until what is returned is disposed. Null when there is no such host.</summary>
    public IDisposable? Begin(string host, string id, out Live<StatsTrail>? live)
    {
        live = null;
        if (hosts.FirstOrDefault(one => one.Name == host)?.Client is not { } client)
            return null;
        lock (_open)
        {
            if (!_open.TryGetValue((host, id), out var shared))
            {
                shared = _open[(host, id)] = new Shared(new StatsLook(client, id, time, logger));
                // It ends when the last one has gone, and reports its faults itself.
                _ = shared.Look.RunAsync(shared.Closed.Token);
            }

            shared.Viewers++;
            live = shared.Look.Live;
            return new Viewer(this, (host, id));
        }
    }

    private void Close((string Host, string Id) key)
    {
        lock (_open)
        {
            var shared = _open[key];
            if (--shared.Viewers > 0)
                return;
            _open.Remove(key);
            shared.Closed.Cancel();
        }
    }

    private sealed class Shared(StatsLook look)
    {
        public StatsLook Look => look;

        public CancellationTokenSource Closed { get; } = new();

        public int Viewers { get; set; }
    }

    private sealed class Viewer(StatsLooks looks, (string Host, string Id) key) : IDisposable
    {
        private bool _isClosed;

        public void Dispose()
        {
            if (_isClosed)
                return;
            _isClosed = true;
            looks.Close(key);
        }
    }
}
