using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Sessions;

namespace HomelabPortal.Access.Invitations;

/// <summary>
/// While no admin can sign in, each start writes one setup link to the log, once the server listens:
/// who can read the log of the portal may become its admin, and nobody else. There is no default password.
/// </summary>
internal sealed partial class SetupLink(
    InvitationBook invitations, AccessStore store, LinkOrigin origin, DemoLab demo, ILogger<SetupLink> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (demo.IsHere || FirstAdmin.IsThere(store.Current))
            return;
        var link = await invitations.SetUpAsync(cancellationToken);
        Log.SetUp(logger, origin.Of(link), link.ExpiresAt);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in yet. Make the first admin at {Link} before {ExpiresAt:u}; a restart makes a new link")]
        public static partial void SetUp(ILogger logger, Uri link, DateTimeOffset expiresAt);
    }
}
