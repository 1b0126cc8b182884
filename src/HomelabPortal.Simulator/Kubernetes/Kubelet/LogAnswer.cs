using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>Sends one log, and goes on sending while it is followed.</summary>
internal sealed class LogAnswer(LogQuery query, PipeWriter body, TimeProvider time)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Wakes = TimeSpan.FromMilliseconds(500);
    private long _left = query.LimitBytes ?? long.MaxValue;
    private bool _isNewLine = true;

    public async Task SendAsync(ContainerLog log, LogInstance instance, CancellationToken cancellationToken)
    {
        log.CatchUp?.Invoke();
        var position = instance.Tail(query.TailLines);
        while (_left > 0)
        {
            var (changed, hasEnded) = (instance.Changed, instance.HasEnded);
            var (lines, next) = instance.Read(position, AtOnce);
            position = next;
            foreach (var line in lines.Where(line => line.UnixNanoseconds >= query.SinceNanoseconds)) Write(line);
            // Nothing goes out before the first line, not even the headers.
            if (body.UnflushedBytes > 0) await body.FlushAsync(cancellationToken);
            if (lines.Count > 0) continue;
            if (!query.Follow || hasEnded) return;
            await (log.CatchUp is null ? changed.WaitAsync(cancellationToken) : Task.WhenAny(changed, Task.Delay(Wakes, time, cancellationToken)));
            cancellationToken.ThrowIfCancellationRequested();
            log.CatchUp?.Invoke();
        }
    }

    private void Write(LoggedLine line)
    {
        if (query.Timestamps && _isNewLine) Write(Encoding.ASCII.GetBytes(TimeOf(line.UnixNanoseconds) + " "));
        Write(line.Text.Span);
        if (line.Ends) Write("\n"u8);
        _isNewLine = line.Ends;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        var allowed = bytes[..(int)Math.Min(bytes.Length, _left)];
        body.Write(allowed);
        _left -= allowed.Length;
    }

    private static string TimeOf(long nanoseconds)
    {
        var (seconds, rest) = Math.DivRem(nanoseconds, 1_000_000_000);
        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            + rest.ToString("'.'000000000'Z'", CultureInfo.InvariantCulture);
    }
}
