using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Api;

/// <summary>Makes an admin and a token of theirs while no portal runs on the folder; the next one finds both at its start.</summary>
internal static class OfflineToken
{
    public static async Task<string> MakeAsync(string folder)
    {
        var database = new PortalDatabase(folder);
        await database.StartAsync();
        var live = new Live<AccessState>(AccessState.Empty, TimeProvider.System);
        var store = new AccessStore(database, database.Writer, live);
        await store.LoadAsync(CancellationToken.None);
        var account = await store.WriteAsync(
            async context =>
            {
                var row = new Account { UserName = "owner", NormalizedUserName = "OWNER", Role = Role.Admin };
                context.Users.Add(row);
                await context.SaveChangesAsync();
                return row;
            },
            CancellationToken.None);
        var session = await new SessionBook(store, TimeProvider.System).BeginAsync(account, "password", new RequestOrigin("127.0.0.1", "a test"), CancellationToken.None);
        var runner = new ActionRunner(new AuthorityCheck(live, TimeProvider.System), new AuditLog(database.Writer, TimeProvider.System), NullLogger<ActionRunner>.Instance);
        var made = await new TokenActs(store, runner, TimeProvider.System).MakeAsync(
            new TokenWish("ci", [.. ScopeWords.All.Select(word => word.Scope)], TimeSpan.FromDays(1)), new Actor("owner") { AccountId = account.Id, SessionId = session.Id }, CancellationToken.None);
        database.Writer.Dispose();
        return made.Text ?? throw new InvalidOperationException(string.Join(' ', made.Faults.Values));
    }
}
