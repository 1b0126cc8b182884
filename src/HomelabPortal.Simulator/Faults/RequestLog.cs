namespace HomelabPortal.Simulator.Faults;

/// <summary>The last requests the lab has seen, oldest first.</summary>
public sealed class RequestLog
{
    private const int Capacity = 2000;
    private readonly Queue<SimulatedRequest> _requests = new();
    private readonly Lock _lock = new();

    public IReadOnlyList<SimulatedRequest> Requests
    {
        get { lock (_lock) return [.. _requests]; }
    }

    /// <summary>The requests that asked for a change.</summary>
    public IReadOnlyList<SimulatedRequest> Writes => [.. Requests.Where(request => request.IsWrite)];

    public void Clear()
    {
        lock (_lock) _requests.Clear();
    }

    internal void Add(SimulatedRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == Capacity) _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }
}
