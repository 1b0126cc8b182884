using System.Net.WebSockets;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>A kubelet's part of an execution: it agrees on the protocol, runs the program and says how it ended.</summary>
public sealed class KubeletExec(TimeProvider time)
{
    private int _running;

    /// <summary>The subprotocols it speaks, best first; a test may take some away.</summary>
    public IReadOnlyList<string> Protocols { get; init; } = ["v5.channel.k8s.io", "v4.channel.k8s.io"];

    /// <summary>How many programs run now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Runs a program in a container of an image, for a stub of a kubelet.</summary>
    public Task ServeAsync(HttpContext context, string pod, string container, string image, IReadOnlyList<string> command, bool hasInput, bool hasTerminal, CancellationToken gone) =>
        ServeAsync(context, ContainerPlace.Of(pod, container, image), command, hasInput, hasTerminal, () => false, gone);

    /// <param name="isSilent">True keeps the connection open without a byte.</param>
    internal async Task ServeAsync(
        HttpContext context, ContainerPlace place, IReadOnlyList<string> command, bool hasInput, bool hasTerminal, Func<bool> isSilent, CancellationToken gone)
    {
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        if (Protocols.FirstOrDefault(offered.Contains) is not { } protocol)
        {
            await Api.Answers.WriteTextAsync(context, 400, $"unable to negotiate protocol: client supports [{string.Join(' ', offered)}], server accepts [{string.Join(' ', Protocols)}]");
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        using var channels = new ChannelSocket(socket, gone);
        var program = new ContainerProgram(place, new ContainerIo(channels, hasTerminal), hasInput, time);
        Interlocked.Increment(ref _running);
        try
        {
            if (isSilent()) await Task.Delay(Timeout.InfiniteTimeSpan, time, gone);
            var status = await program.RunAsync(channels, command, gone);
            if (status is not null) await channels.FinishAsync(status, gone);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or IOException)
        {
            // The connection is gone, and with it the program.
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
