using System.Runtime.CompilerServices;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Logs;

namespace HomelabPortal.Tests.Gpu.Work.Logs;

/// <summary>A container's log by script: what it has written, where connections break, and what happens while somebody waits.</summary>
internal sealed class ScriptedContainerLog : IContainerLog
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public List<LogLine> Written { get; } = [];

    /// <summary>After how many lines each reading breaks off; the readings after them come through.</summary>
    public Queue<int> Breaks { get; } = new();

    /// <summary>What happens when nothing more can be read, one after the other; then it is gone.</summary>
    public Queue<Action> Happenings { get; } = new();

    public ContainerStand? Stand { get; set; } = new(false, Begin, Begin.AddHours(1), null);

    public string? Secret { get; set; }

    public int Readings { get; private set; }

    public void Write(double seconds, string text, LogStream stream = LogStream.Output) => Written.Add(new LogLine(stream, Begin.AddSeconds(seconds), text));

    public Task<ContainerStand?> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Stand);

    public async IAsyncEnumerable<LogLine> ReadAsync(LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Readings++;
        var limit = Breaks.TryDequeue(out var count) ? count : int.MaxValue;
        var lines = Written.Where(line => options.Since is null || line.Timestamp >= options.Since).ToList();
        foreach (var line in options.Tail is { } tail ? lines.TakeLast(tail) : lines)
        {
            if (limit-- == 0)
                throw new DockerApiException(DockerErrorKind.Unreachable, "The connection broke.");
            await Task.Yield();
            yield return line;
        }
    }

    public Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        if (Happenings.TryDequeue(out var happen))
            happen();
        else
            Stand = null;
        return Task.CompletedTask;
    }

    public string Masked(string text) => Secret is null ? text : text.Replace(Secret, "•••", StringComparison.Ordinal);
}
