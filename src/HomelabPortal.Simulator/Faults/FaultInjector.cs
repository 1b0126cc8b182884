using Microsoft.AspNetCore.Http.Features;

namespace HomelabPortal.Simulator.Faults;

/// <summary>Makes chosen requests go wrong. Safe to use from any thread while requests run.</summary>
public sealed class FaultInjector
{
    private readonly List<Fault> _faults = [];
    private readonly HashSet<StreamHandle> _streams = [];
    private readonly Lock _lock = new();

    /// <summary>Every request seen, struck or not.</summary>
    public RequestLog Log { get; } = new();

    /// <summary>Gives the state a stale read goes back to.</summary>
    internal Func<long> Stamp { get; set; } = static () => 0;

    /// <summary>Strikes coming requests.</summary>
    /// <param name="times">How many requests it strikes; every one until removed when null.</param>
    public Fault Add(FaultMatch match, FaultEffect effect, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(effect);
        var fault = new Fault(match, effect, times, Stamp());
        lock (_lock) _faults.Add(fault);
        return fault;
    }

    public void Remove(Fault fault)
    {
        lock (_lock) _faults.Remove(fault);
    }

    /// <summary>Removes every fault; streams already silenced stay silent.</summary>
    public void Clear()
    {
        lock (_lock) _faults.Clear();
    }

    /// <summary>Strikes streams that are open now with DropWatch, SilentWatch or Gone.</summary>
    /// <returns>How many it struck.</returns>
    public int StrikeOpen(FaultMatch match, FaultEffect effect)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (effect is not (FaultEffect.DropWatch or FaultEffect.SilentWatch or FaultEffect.Gone))
            throw new ArgumentException("Only DropWatch, SilentWatch and Gone strike an open stream.", nameof(effect));
        List<StreamHandle> struck;
        lock (_lock) struck = [.. _streams.Where(stream => match.Matches(stream.Request))];
        foreach (var stream in struck) stream.Strike(effect);
        return struck.Count;
    }

    /// <summary>How many streams that match are open now.</summary>
    public int OpenStreams(FaultMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        lock (_lock) return _streams.Count(stream => match.Matches(stream.Request));
    }

    internal IReadOnlyList<Fault> Take(SimulatedRequest request)
    {
        lock (_lock)
        {
            if (_faults.Count == 0) return [];
            return [.. _faults.Where(fault => fault.Match.Matches(request) && fault.TryStrike())];
        }
    }

    /// <summary>Registers an answer without end; <paramref name="struck"/> is called when a fault strikes it.</summary>
    internal StreamHandle OpenStream(HttpContext context, Action struck)
    {
        var faulted = context.Features.GetRequiredFeature<RequestFaults>();
        var handle = new StreamHandle(this, faulted.Request, struck);
        lock (_lock) _streams.Add(handle);
        if (faulted.OfStream is { } effect) handle.Strike(effect);
        return handle;
    }

    internal void Close(StreamHandle handle)
    {
        lock (_lock) _streams.Remove(handle);
    }
}
