using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>One program from begin to end, and the Status it ends with.</summary>
internal sealed class ContainerProgram(ContainerPlace place, ContainerIo io, bool hasInput, TimeProvider time)
{
    /// <returns>Null when the caller went away first.</returns>
    public async Task<JsonObject?> RunAsync(ChannelSocket socket, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        if (!place.Has(command[0])) return ExecStatuses.NotStarted(command[0]);
        var isBash = command[0].EndsWith("bash", StringComparison.Ordinal);
        var shell = new ContainerShell(place, io, time);
        switch (command)
        {
            case [_, "-c", var line]:
                return await AttachedAsync(socket, async cancel => await shell.RunAsync(line, cancel), () => shell.LastCode, cancellationToken);
            case ["sh" or "bash" or "ash" or "/bin/sh" or "/bin/bash"] when hasInput:
                return await AtTerminalAsync(socket, shell, isBash, cancellationToken);
            case ["cat"] when hasInput:
                return await RepeatInputAsync(socket, cancellationToken);
            default:
                var code = 0;
                return await AttachedAsync(socket, async cancel => code = await ContainerCommands.RunAsync(place, "/", command, io, time, cancel), () => code, cancellationToken);
        }
    }

    private async Task<JsonObject?> AttachedAsync(ChannelSocket socket, Func<CancellationToken, Task> run, Func<int> code, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(socket, _ => Task.CompletedTask, gone);
        try
        {
            await run(gone.Token);
            return ExecStatuses.Exited(code());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await reading;
            return null;
        }
    }

    private async Task<JsonObject?> AtTerminalAsync(ChannelSocket socket, ContainerShell shell, bool isBash, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminal = new ContainerTerminal(place, shell, io, isBash);
        await terminal.PromptAsync(cancellationToken);
        var reading = ReadAsync(socket, input => terminal.TypeAsync(input, gone.Token), gone);
        await Task.WhenAny(reading, terminal.Ended.Task);
        return terminal.Ended.Task.IsCompleted && !gone.IsCancellationRequested ? ExecStatuses.Exited(shell.LastCode) : null;
    }

    private async Task<JsonObject?> RepeatInputAsync(ChannelSocket socket, CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } message)
        {
            if (message.Channel == ChannelSocket.Close) return ExecStatuses.Exited(0);
            if (message.Channel == ChannelSocket.Input) await io.WriteAsync(Encoding.UTF8.GetString(message.Payload.Span), cancellationToken);
        }

        return null;
    }

    /// <summary>Cancels <paramref name="gone"/> when the caller has closed.</summary>
    private async Task ReadAsync(ChannelSocket socket, Func<ReadOnlyMemory<byte>, Task> type, CancellationTokenSource gone)
    {
        try
        {
            while (await socket.ReceiveAsync(gone.Token) is { } message)
            {
                if (message.Channel == ChannelSocket.Input) await type(message.Payload);
                if (message.Channel == ChannelSocket.Resize) Resize(message.Payload.Span);
            }
        }
        catch (Exception fault) when (fault is System.Net.WebSockets.WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection broke off, which is one way to go.
        }

        await TryCancelAsync(gone);
    }

    private static async Task TryCancelAsync(CancellationTokenSource gone)
    {
        try
        {
            await gone.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The program had ended before.
        }
    }

    private void Resize(ReadOnlySpan<byte> json)
    {
        var size = JsonNode.Parse(Encoding.UTF8.GetString(json), documentOptions: new JsonDocumentOptions { MaxDepth = 3 });
        io.Size = ((int?)size?["Width"] ?? 80, (int?)size?["Height"] ?? 24);
    }
}
