using System.Runtime.CompilerServices;
using System.Text;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Logs.Following;

/// <summary>
/// A pod with one container whose log is read through everything that can go wrong, as its seed has it: connections end at any byte, with a fault
/// or as if that were the end; the log is rotated; the container begins anew, with the news of it late; lines repeat, to the nanosecond.
/// After <paramref name="length"/> happenings the container ends for good and nothing goes wrong any more.
/// </summary>
internal sealed class ScriptedLog(int seed, int length, bool rotates = true, bool restarts = true) : ILogSource
{
    public const string Container = "main";
    public const string Uid = "pod-1";
    private static readonly string[] _texts = ["a", "b", "", "same", "ünï 🚀", "tab\tand"];
    private readonly Random _random = new(seed);
    private long _now = 1_795_280_400_000_000_000;
    private int _left = length;
    private bool _wasQuiet;
    private (int Restarts, ScriptedRun Run, bool Ended) _told;

    public List<ScriptedRun> Runs { get; } = [new(0, 1_795_280_400_000_000_000)];

    public bool IsOver => _left <= 0;

    private ScriptedRun Current => Runs[^1];

    /// <summary>A line was shown, so its run was noticed.</summary>
    public void Notice(LogTime at) => Runs.Last(run => run.StartedAt <= at.UnixNanoseconds).WasRead = true;

    public Task<Pod?> GetPodAsync(CancellationToken cancellationToken)
    {
        Act();
        if (!IsOver && Chance(12))
            throw new KubernetesApiException(KubernetesErrorKind.Unavailable, "scripted");
        // The API server hears of a change a moment after the kubelet.
        if (_told.Run is null || IsOver || !Chance(4))
            _told = (Runs.Count - 1, Current, Current.HasEnded);
        return Task.FromResult<Pod?>(Pod());
    }

    public Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        Act();
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<PodLogLine> ReadAsync(PodLogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!IsOver && Chance(10))
            throw new KubernetesApiException(KubernetesErrorKind.Unreachable, "scripted");
        var run = !options.Previous ? Current : Runs.Count > 1 ? Runs[^2] : throw new KubernetesApiException(KubernetesErrorKind.Invalid, "no previous run");
        var splitter = new PodLogSplitter();
        var left = IsOver || Chance(3) ? int.MaxValue : _random.Next(400);
        foreach (var bytes in Bytes(run, options))
        {
            var part = bytes.AsSpan(0, Math.Min(bytes.Length, left)).ToArray();
            left -= part.Length;
            foreach (var line in Split(splitter, part))
                yield return line;
            if (left > 0)
                continue;
            // An end that is none comes alone: what breaks a connection quietly does not do so twice at the same byte.
            _wasQuiet = !_wasQuiet && Chance(2);
            if (!_wasQuiet)
                throw new KubernetesApiException(KubernetesErrorKind.Unreachable, "scripted");
            if (splitter.Rest() is { } cut)
                yield return cut;
            yield break;
        }

        _wasQuiet = false;

        if (splitter.Rest() is { } rest)
            yield return rest;
    }

    /// <summary>As the kubelet writes: once it reads a file, rotation does not disturb it.</summary>
    private IEnumerable<byte[]> Bytes(ScriptedRun run, PodLogOptions options)
    {
        var since = options.SinceTime is { } from ? from.ToUnixTimeSeconds() * 1_000_000_000 : 0;
        var tail = (int)(options.TailLines ?? int.MaxValue);
        for (var next = Math.Max(run.First, run.Lines.Count - Math.Min(tail, run.Lines.Count)); ; next++)
        {
            while (next >= run.Lines.Count && options.Follow && !run.HasEnded)
                Act();
            if (next >= run.Lines.Count)
                break;
            if (Chance(3))
                Act();
            if (run.Lines[next].At >= since)
                yield return Encoding.UTF8.GetBytes(ScriptedRun.Told(run.Lines[next]) + "\n");
        }

        if (run.Half is { } half && half.At >= since)
            yield return Encoding.UTF8.GetBytes(ScriptedRun.Told(half));
    }

    private static List<PodLogLine> Split(PodLogSplitter splitter, ReadOnlySpan<byte> bytes)
    {
        var lines = new List<PodLogLine>();
        while (!bytes.IsEmpty)
        {
            if (splitter.Next(ref bytes) is { } line)
                lines.Add(line);
        }

        return lines;
    }

    /// <summary>Something happens in the cluster.</summary>
    private void Act()
    {
        if (IsOver)
        {
            Current.HasEnded = true;
            return;
        }

        _left--;
        // What is rotated away before anybody read a line of the run leaves no trace.
        if (rotates && Current.WasRead && Chance(25))
            Current.First = Math.Max(Current.First, Current.Lines.Count - _random.Next(4));
        // A run of which nobody read a line leaves no trace. Between two restarts the back-off is longer than the news of the first takes.
        else if (restarts && _told.Restarts == Runs.Count - 1 && Current.WasRead && (Current.HasEnded || Chance(25)))
            Restart();
        else
            Write(_random.Next(4));
    }

    private void Write(int count)
    {
        for (; count > 0 && !Current.HasEnded; count--)
        {
            // Often the very same instant, sometimes seconds later; the two streams of a container may be a little out of order.
            _now += _random.Next(6) switch { 0 or 1 => 0, 2 => 1, 3 => 40_000_000, 4 => 700_000_000, _ => 2_300_000_000 };
            var at = Chance(8) && Current.Lines.Count > 0 ? Math.Max(Current.StartedAt, _now - 3_000_000) : _now;
            // A rotation between equal lines of one instant cannot be seen by anybody.
            Current.Lines.Add((at, _texts[_random.Next(_texts.Length)] + (rotates ? $" {Current.Lines.Count}" : "")));
        }
    }

    private void Restart()
    {
        if (!Current.HasEnded)
        {
            Current.HasEnded = true;
            if (Chance(2))
                Current.Half = (_now += 5, "half");
            if (Chance(2))
                return;
        }

        if (Runs.Count > 1)
            Runs[^2].IsForgotten = true;
        _now += 10_000_000;
        Runs.Add(new ScriptedRun(Runs.Count, _now));
    }

    private Pod Pod()
    {
        var ended = new ContainerTerminated { ExitCode = 1, Reason = "Error", StartedAt = Began(_told.Run) };
        var status = new ContainerStatus
        {
            Name = Container,
            RestartCount = _told.Restarts,
            State = _told.Ended
                ? new() { Terminated = ended }
                : new() { Running = new() { StartedAt = Began(_told.Run) } },
            LastState = _told.Restarts > 0 ? new() { Terminated = ended with { StartedAt = Began(Runs[_told.Restarts - 1]) } } : new(),
        };
        return new Pod { Metadata = new() { Name = "web", Uid = Uid }, Status = new() { Phase = IsOver && _told.Ended ? "Failed" : "Running", ContainerStatuses = [status] } };
    }

    private static DateTimeOffset Began(ScriptedRun run) => DateTimeOffset.FromUnixTimeSeconds(run.StartedAt / 1_000_000_000);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
