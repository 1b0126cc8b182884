using System.Net.WebSockets;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Shell.Wire;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Ends a shell whose owner has lost the right to it, or has left it alone.</summary>
internal sealed class ShellWatch(AuthorityCheck authority, IOptions<ShellOptions> options, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(1);

    public async Task<ShellEnd?> WatchAsync(ShellSocket socket, Actor actor, ShellIdle idle, CancellationToken shellEnds, CancellationToken terminalEnds)
    {
        var limit = options.Value.IdleLimit;
        var isWarned = false;
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                if (WhyEnd(actor) is { } why)
                    return ShellEnd.Refused(why);
                var lasted = idle.Lasted;
                if (lasted >= limit)
                    return ShellEnd.Idle(limit);
                var mustWarn = lasted >= limit - Warning;
                if (mustWarn && !isWarned)
                    await socket.TellAsync(ShellMessage.Notice($"Nobody typed for {Spoken.Span(lasted)}. The portal closes this shell in {Spoken.Span(limit - lasted)}, unless a key is pressed."), terminalEnds);
                isWarned = mustWarn;
            }
            while (await timer.WaitForNextTickAsync(shellEnds));
            return null;
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>The proof was asked for when it was opened, and holds for as long as it is open.</summary>
    private string? WhyEnd(Actor actor) => authority.WhyNot(actor, Act.OpenShell) is { Kind: not AccessRefusalKind.NeedsProof } refusal ? refusal.Message : null;
}
