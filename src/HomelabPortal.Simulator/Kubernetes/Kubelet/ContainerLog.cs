using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>The log of one container of one pod: of the run that goes on, and of the one before it.</summary>
public sealed class ContainerLog
{
    private volatile LogInstance _current = new();
    private volatile LogInstance? _previous;
    private int _restarts;

    /// <summary>How often the container was begun anew.</summary>
    public int Restarts => Volatile.Read(ref _restarts);

    internal LogInstance Current => _current;

    internal LogInstance? Previous => _previous;

    /// <summary>Writes what happened since the last call; called before each read. Null where only a test writes.</summary>
    internal Action? CatchUp { get; set; }

    /// <summary>Writes whole lines at one instant.</summary>
    public void Write(DateTimeOffset at, params IEnumerable<string> lines) => Write(NanosecondsOf(at), lines);

    /// <summary>Writes whole lines at one instant, to the nanosecond.</summary>
    public void Write(long unixNanoseconds, params IEnumerable<string> lines) =>
        _current.Add(lines.Select(line => new LoggedLine(unixNanoseconds, Encoding.UTF8.GetBytes(line), Ends: true)));

    /// <summary>Writes bytes as they are, as a program may that knows nothing of text.</summary>
    public void WriteRaw(DateTimeOffset at, ReadOnlyMemory<byte> bytes, bool ends = true) =>
        _current.Add([new LoggedLine(NanosecondsOf(at), bytes, ends)]);

    /// <summary>The file was rotated: only the newest lines can still be read. Those who follow do not notice.</summary>
    public void Rotate(int kept = 0) => _current.Rotate(kept);

    /// <summary>The container has ended; following it ends after its last line.</summary>
    public void End() => _current.End();

    /// <summary>The container begins anew with an empty log; what was is the previous one now.</summary>
    public void Restart()
    {
        _current.End();
        _previous = _current;
        _current = new LogInstance();
        Interlocked.Increment(ref _restarts);
    }

    internal static long NanosecondsOf(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks * 100;
}
