using System.Collections.Immutable;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access;

/// <summary>The only door to accounts, sessions and tokens: every write publishes the new state before the next one begins.</summary>
internal sealed class AccessStore(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, Live<AccessState> live)
{
    public AccessState Current => live.Current.Value;

    /// <summary>Reads the state once at start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => live.Publish(await ReadAsync(cancellationToken));

    /// <summary>Runs one unit of work, which saves once at its end.</summary>
    public Task<T> WriteAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var result = await work(context);
                live.Publish(await ReadAsync(CancellationToken.None));
                return result;
            },
            cancellationToken);

    private async Task<AccessState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var passkeys = await context.UserPasskeys.AsNoTracking().GroupBy(row => row.UserId)
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var logins = (await context.UserLogins.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.UserId, row => row.LoginProvider);
        var accounts = await context.Users.AsNoTracking().ToListAsync(cancellationToken);
        var sessions = await context.Sessions.AsNoTracking().Where(row => row.EndedAtTicks == null).ToListAsync(cancellationToken);
        var tokens = await context.ApiTokens.AsNoTracking().ToListAsync(cancellationToken);
        var invitations = await context.Invitations.AsNoTracking().Where(row => row.UsedAtTicks == null).OrderBy(row => row.CreatedAtTicks).ToListAsync(cancellationToken);
        return new AccessState
        {
            Accounts = accounts.Select(row => row.ToInfo(passkeys.GetValueOrDefault(row.Id), [.. logins[row.Id]])).ToImmutableDictionary(account => account.Id),
            Sessions = sessions.Select(row => row.ToInfo()).ToImmutableDictionary(session => session.Id),
            Tokens = tokens.Select(row => row.ToInfo()).ToImmutableDictionary(token => token.Id),
            Invitations = [.. invitations.Select(row => row.ToInfo())],
        };
    }
}
