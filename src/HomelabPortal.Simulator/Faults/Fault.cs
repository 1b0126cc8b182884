namespace HomelabPortal.Simulator.Faults;

/// <summary>One fault in force, as <see cref="FaultInjector.Add"/> returned it.</summary>
public sealed class Fault
{
    private int _remaining;
    private int _hits;

    internal Fault(FaultMatch match, FaultEffect effect, int? times, long stamp)
    {
        Match = match;
        Effect = effect;
        Stamp = stamp;
        _remaining = times ?? int.MaxValue;
    }

    public FaultMatch Match { get; }

    public FaultEffect Effect { get; }

    /// <summary>How many requests it has struck.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>What the stale state is found by: the Kubernetes resource version when the fault was added.</summary>
    internal long Stamp { get; }

    /// <summary>Answers remembered by path, for systems that cannot answer from an older state.</summary>
    internal Dictionary<string, RecordedAnswer> Frozen { get; } = [];

    /// <summary>Takes one of the remaining strikes; only the injector calls it, under its lock.</summary>
    internal bool TryStrike()
    {
        if (_remaining <= 0) return false;
        if (_remaining != int.MaxValue) _remaining--;
        _hits++;
        return true;
    }
}
