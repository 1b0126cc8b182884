using System.Security.Cryptography;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Sessions;

/// <summary>Begins and ends sessions, each with its audit row in the same transaction.</summary>
internal sealed class SessionBook(AccessStore store, TimeProvider time)
{
    /// <summary>However busy, a session ends after this and the person signs in anew.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromHours(12);

    /// <param name="method">How the person proved who they are, see <see cref="SessionRow.Method"/>.</param>
    public Task<SessionInfo> BeginAsync(Account account, string method, RequestOrigin origin, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                var now = time.GetUtcNow();
                var row = new SessionRow
                {
                    Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
                    AccountId = account.Id,
                    Method = method,
                    CreatedAtTicks = now.UtcTicks,
                    ExpiresAtTicks = (now + MostAge).UtcTicks,
                    LastSeenAtTicks = now.UtcTicks,
                    FreshAtTicks = now.UtcTicks,
                    Address = origin.Address,
                    Client = origin.Client,
                };
                var actor = new Actor(account.UserName ?? account.Id) { AccountId = account.Id, SessionId = row.Id, Address = origin.Address };
                context.Sessions.Add(row);
                context.Audit.Add(AuditLog.NewRow("Sign in", actor, now, $"with {method}"));
                await context.SaveChangesAsync(cancellationToken);
                return row.ToInfo();
            },
            cancellationToken);

    /// <summary>The person has just proved again who they are.</summary>
    public Task ProvedAsync(string sessionId, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context => context.Sessions.Where(row => row.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.FreshAtTicks, time.GetUtcNow().UtcTicks), cancellationToken),
            cancellationToken);

    /// <summary>Ends the sessions that <paramref name="which"/> selects. Their next act is refused at once; their open pages are closed by who watches the state.</summary>
    /// <returns>How many were ended.</returns>
    public Task<int> EndAsync(Func<SessionRow, bool> which, string act, Actor actor, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                var now = time.GetUtcNow();
                var open = await context.Sessions.Where(row => row.EndedAtTicks == null).ToListAsync(cancellationToken);
                var ended = open.Where(which).ToList();
                foreach (var row in ended)
                    (row.EndedAtTicks, row.ProviderTokens) = (now.UtcTicks, null);
                if (ended.Count > 0)
                    context.Audit.Add(AuditLog.NewRow(act, actor, now, $"{ended.Count} ended"));
                await context.SaveChangesAsync(cancellationToken);
                return ended.Count;
            },
            cancellationToken);
}
