using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Shell.Wire;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Opens a shell for somebody who may, and puts on record that they had one. What is typed and shown is never written anywhere.</summary>
internal sealed class ShellDesk(ActionRunner runner, AuditLog audit, ShellRun run, TimeProvider time)
{
    /// <returns>Null when they may, else the refusal, recorded.</returns>
    public async Task<AccessRefusal?> RefuseAsync(ShellRequest request, Actor actor, CancellationToken cancellationToken) =>
        (await runner.RefuseAsync(request.Act, request.Words, actor, cancellationToken))?.Refusal;

    /// <summary>Returns when the shell has ended, and the other side was told.</summary>
    public async Task ServeAsync(ShellSocket socket, IShellOpener opener, ShellRequest request, Actor actor, CancellationToken gone)
    {
        var id = await audit.BeginAsync(request.Words, actor, gone);
        var began = time.GetTimestamp();
        string? program = null;
        var end = ShellEnd.Left;
        try
        {
            (var start, var failed) = await opener.StartAsync(request, gone);
            program = start?.Program;
            if (failed is not null)
                await socket.EndAsync(failed);
            end = failed ?? await run.RunAsync(socket, start!, request, actor, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // They left while it was being opened.
        }
        finally
        {
            // The shell was there: that it ended must be on record even though the one who had it is gone.
            await audit.EndAsync(id, end.Record(program, time.GetElapsedTime(began)), CancellationToken.None);
        }
    }
}
