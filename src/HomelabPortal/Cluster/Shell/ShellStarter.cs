using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Shell;

/// <summary>
/// Finds out by trying which shell a container has.
/// <list type="table">
/// <item><term>it writes something</term><description>it has started</description></item>
/// <item><term>it writes nothing for three seconds</term><description>it has started, and is quiet</description></item>
/// <item><term>the node cannot run it, or it ends with 126 or 127 first</term><description>there is no such program: the next one</description></item>
/// <item><term>it ends in any other way</term><description>that was it</description></item>
/// </list>
/// </summary>
internal sealed class ShellStarter(ClusterSource cluster, IOptions<ShellOptions> options, TimeProvider time) : IShellOpener
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public async Task<(ShellStart? Start, ShellEnd? End)> StartAsync(ShellRequest request, CancellationToken cancellationToken)
    {
        if (cluster.Client is not { } client)
            return (null, new ShellEnd(ShellEndKind.Failed, cluster.Help));
        ExecEnd? last = null;
        foreach (var program in options.Value.ProgramList)
        {
            ExecSession session;
            try
            {
                session = await client.ExecAsync(request.Namespace, request.Pod, new ExecOptions { Command = [program], Container = request.Container }, cancellationToken);
            }
            catch (KubernetesApiException fault)
            {
                return (null, ShellEnd.Of(fault));
            }

            var shell = new PodShell(session);
            var start = new ShellStart(shell, program, shell.ReadAsync(cancellationToken).AsTask());
            if (await EndOfFirstAsync(session, start, request, cancellationToken) is not { } end)
                return (start, null);
            await session.DisposeAsync();
            last = end;
            if (!IsNoProgram(end))
                return (null, ShellEnd.Of(end));
        }

        return (null, ShellEnd.NoShell(options.Value.ProgramList, last!.Message));
    }

    public static bool IsNoProgram(ExecEnd end) => end is { Kind: ExecEndKind.Failed } or { Kind: ExecEndKind.Exited, ExitCode: 126 or 127 };

    /// <summary>Null when it has started.</summary>
    private async Task<ExecEnd?> EndOfFirstAsync(ExecSession session, ShellStart start, ShellRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await start.Session.ResizeAsync(request.Columns, request.Rows, cancellationToken);
            await start.FirstReading.WaitAsync(_patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (IOException)
        {
            // It is over already; the reading says how.
            await start.FirstReading;
        }
        catch
        {
            await start.Session.DisposeAsync();
            throw;
        }

        return session.End;
    }
}
