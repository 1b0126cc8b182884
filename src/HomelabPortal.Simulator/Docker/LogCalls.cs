using System.Buffers.Binary;
using System.Text;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Logs: framed by stream for a container without terminal, raw with one.</summary>
internal static class LogCalls
{
    private static readonly Version NamesItsFrames = new(1, 42);

    public static async Task StreamAsync(DockerCall call)
    {
        var container = call.Container();
        var (isOut, isError) = (call.Flag("stdout"), call.Flag("stderr"));
        if (!isOut && !isError) throw DockerErrors.NoStreamChosen();
        var (since, until) = (EngineTime.Parse(call.Query("since")), EngineTime.Parse(call.Query("until")));
        var tail = int.TryParse(call.Query("tail"), out var count) && count >= 0 ? count : int.MaxValue;
        var follows = call.Flag("follow");
        var (past, future) = container.Logs.Follow();
        try
        {
            call.Context.Response.ContentType = !container.HasTerminal && call.Version >= NamesItsFrames
                ? "application/vnd.docker.multiplexed-stream"
                : "application/vnd.docker.raw-stream";
            await call.Context.Response.Body.FlushAsync(call.Aborted);
            foreach (var entry in past.Where(Wanted).TakeLast(tail)) await WriteAsync(entry);
            if (!follows || !container.IsRunning) return;
            await StreamPump.RunAsync(call, future.Reader, until - call.Host.Time.GetUtcNow(), entry => Wanted(entry) ? WriteAsync(entry) : Task.CompletedTask);
        }
        finally
        {
            container.Logs.Leave(future);
        }

        bool Wanted(LogEntry entry)
            // A terminal has only one stream: everything counts as output.
            => (entry.IsError && !container.HasTerminal ? isError : isOut)
                && (since is null || entry.At >= since) && (until is null || entry.At <= until);

        async Task WriteAsync(LogEntry entry)
        {
            await call.Context.Response.Body.WriteAsync(Encode(entry, container.HasTerminal, call.Flag("timestamps")), call.Aborted);
            await call.Context.Response.Body.FlushAsync(call.Aborted);
        }
    }

    private static byte[] Encode(LogEntry entry, bool hasTerminal, bool withTime)
    {
        var text = (withTime ? EngineTime.Text(entry.At) + " " : "") + entry.Text + (hasTerminal ? "\r\n" : "\n");
        var payload = Encoding.UTF8.GetBytes(text);
        if (hasTerminal) return payload;
        var frame = new byte[8 + payload.Length];
        frame[0] = (byte)(entry.IsError ? 2 : 1);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), payload.Length);
        payload.CopyTo(frame.AsSpan(8));
        return frame;
    }
}
