using System.Text;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Work.Shell;

/// <summary>
/// Finds out by trying which shell a container of a Docker host has.
/// <list type="table">
/// <item><term>it runs, or writes nothing for three seconds</term><description>it has started</description></item>
/// <item><term>it ended with 126 or 127</term><description>there is no such program: the next one</description></item>
/// <item><term>it ended in any other way</term><description>that was it</description></item>
/// </list>
/// </summary>
internal sealed class DockerShells(IReadOnlyList<DockerHost> hosts, IOptions<ShellOptions> options, TimeProvider time) : IShellOpener
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly string[] _environment = ["TERM=xterm-256color"];

    public async Task<(ShellStart? Start, ShellEnd? End)> StartAsync(ShellRequest request, CancellationToken cancellationToken)
    {
        if (hosts.FirstOrDefault(host => host.Name == request.Namespace)?.Client is not { } client)
            return (null, new ShellEnd(ShellEndKind.Failed, $"There is no Docker host {request.Namespace} in the settings."));
        var last = "";
        try
        {
            foreach (var program in options.Value.ProgramList)
            {
                // The engine tells its events the words of a command: nothing but the program's name is among them.
                var terminal = await client.AttachExecAsync(request.Pod, new ExecSpec { Command = [program], Tty = true, Environment = _environment }, cancellationToken);
                var (start, said) = await TryAsync(terminal, program, request, cancellationToken);
                if (start is not null)
                    return (start, null);
                last = said;
            }
        }
        catch (DockerApiException fault)
        {
            return (null, new ShellEnd(ShellEndKind.Failed, fault.Message));
        }

        return (null, ShellEnd.NoShell(options.Value.ProgramList, last));
    }

    /// <returns>Null, with what was said instead, when there is no such program.</returns>
    private async Task<(ShellStart? Start, string Said)> TryAsync(DockerTerminal terminal, string program, ShellRequest request, CancellationToken cancellationToken)
    {
        var shell = new DockerShell(terminal, time);
        try
        {
            var first = shell.ReadAsync(cancellationToken).AsTask();
            var said = await WaitAsync(first, cancellationToken);
            // It says how it ended after it said why.
            if (first.IsCompleted && await terminal.EndedAsync(cancellationToken) is 126 or 127)
            {
                await shell.DisposeAsync();
                return (null, VisibleText.Of(said.Trim()));
            }

            await ResizeAsync(shell, request, cancellationToken);
            return (new ShellStart(shell, program, first), "");
        }
        catch
        {
            await shell.DisposeAsync();
            throw;
        }
    }

    private async Task<string> WaitAsync(Task<ReadOnlyMemory<byte>?> first, CancellationToken cancellationToken)
    {
        try
        {
            return await first.WaitAsync(_patience, time, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "";
        }
        catch (TimeoutException)
        {
            return "";
        }
    }

    private static async Task ResizeAsync(DockerShell shell, ShellRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await shell.ResizeAsync(request.Columns, request.Rows, cancellationToken);
        }
        catch (IOException)
        {
            // It is over already, which the reading says; or it keeps the size it has until the next change.
        }
    }
}
