using System.Net.WebSockets;
using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Cluster.Shell.Wire;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Carries bytes between a terminal and a shell until one of them ends, or the portal ends it.</summary>
internal sealed class ShellRun(ShellWatch watch, SessionSeen seen, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>
    /// Some nodes let a program go on when its terminal is gone. So what a person would press to leave is pressed for them:
    /// Ctrl+C ends what runs and empties the line, Ctrl+D ends a program that reads, and then the shell.
    /// </summary>
    private static readonly byte[] _leave = [0x03, 0x04, 0x04];
    private static readonly TimeSpan _patienceAtEnd = TimeSpan.FromSeconds(1);

    /// <returns>How it ended; whoever sits at the terminal was told.</returns>
    public async Task<ShellEnd> RunAsync(ShellSocket socket, ShellStart start, ShellRequest request, Actor actor, CancellationToken gone)
    {
        // Two steps: cancelling what is under way on a WebSocket breaks it off, and the terminal is still to be told how the shell ended.
        using var shellEnds = CancellationTokenSource.CreateLinkedTokenSource(gone);
        using var terminalEnds = CancellationTokenSource.CreateLinkedTokenSource(gone);
        await using var session = start.Session;
        var window = new ShellWindow(request.Window, time);
        var idle = new ShellIdle(time);
        var output = ShowAsync(socket, start, window, shellEnds.Token, terminalEnds.Token);
        var input = TypeAsync(socket, session, window, idle, actor, shellEnds.Token, terminalEnds.Token);
        var over = watch.WatchAsync(socket, actor, idle, shellEnds.Token, terminalEnds.Token);
        var stop = StoppedAsync(lifetime.ApplicationStopping, shellEnds.Token);
        var first = await Task.WhenAny(output, input, over, stop);
        if (first != output)
            await LeaveAsync(session, output);
        await shellEnds.CancelAsync();
        var end = await first ?? ShellEnd.Left;
        await socket.EndAsync(end, input);
        await terminalEnds.CancelAsync();
        await Task.WhenAll(output, input, over, stop);
        return end;
    }

    private static async Task<ShellEnd?> ShowAsync(ShellSocket socket, ShellStart start, ShellWindow window, CancellationToken shellEnds, CancellationToken terminalEnds)
    {
        try
        {
            await socket.TellAsync(ShellMessage.Opened(start.Program), terminalEnds);
            for (var piece = await start.FirstReading.WaitAsync(shellEnds); piece is { } bytes; piece = await start.Session.ReadAsync(shellEnds))
            {
                await window.TakeAsync(bytes.Length, shellEnds);
                await socket.ShowAsync(bytes, terminalEnds);
            }

            return start.Session.End;
        }
        catch (Exception fault) when (IsGone(fault))
        {
            return null;
        }
    }

    private async Task<ShellEnd?> TypeAsync(
        ShellSocket socket, IShellSession session, ShellWindow window, ShellIdle idle, Actor actor, CancellationToken shellEnds, CancellationToken terminalEnds)
    {
        try
        {
            await socket.ReceiveAsync(
                typed =>
                {
                    idle.Touch();
                    seen.Note(actor.SessionId);
                    return SendAsync(() => session.WriteAsync(typed, shellEnds));
                },
                signal =>
                {
                    if (signal is ShellSignal.Read read)
                        window.Read(read.Bytes);
                    return signal is ShellSignal.Resize size ? SendAsync(() => session.ResizeAsync(size.Columns, size.Rows, shellEnds)) : Task.CompletedTask;
                },
                terminalEnds);
        }
        catch (Exception fault) when (IsGone(fault))
        {
            // They closed the tab, or lost the network.
        }

        return null;
    }

    /// <summary>What is typed after the shell has ended goes nowhere; the output tells how it ended.</summary>
    private static async Task SendAsync(Func<ValueTask> send)
    {
        try
        {
            await send();
        }
        catch (Exception fault) when (IsGone(fault))
        {
            // The reading of the output finds the same end.
        }
    }

    private static async Task<ShellEnd?> StoppedAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var onStop = stopping.Register(stopped.SetResult);
        await using var onEnd = cancellationToken.Register(() => stopped.TrySetCanceled());
        return await stopped.Task.ContinueWith(task => task.IsCompletedSuccessfully ? ShellEnd.Stopping : null, TaskScheduler.Default);
    }

    private async Task LeaveAsync(IShellSession session, Task output)
    {
        using var limit = new CancellationTokenSource(_patienceAtEnd, time);
        try
        {
            await session.WriteAsync(_leave, limit.Token);
            await output.WaitAsync(limit.Token);
        }
        catch (Exception fault) when (IsGone(fault))
        {
            // It is over, or does not listen; closing the connection hangs its terminal up.
        }
    }

    private static bool IsGone(Exception fault) => fault is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException;
}
