using HomelabPortal.Secrets;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Providers;

/// <summary>Keeps, encrypted and with the session, what is needed to ask the provider about its person again.</summary>
internal sealed class SessionTokens(AccessStore store, IDbContextFactory<PortalDbContext> contexts, Vault vault)
{
    public Task<int> KeepAsync(string sessionId, ProviderTokens tokens, CancellationToken cancellationToken) =>
        store.WriteAsync(
            context =>
            {
                var stored = vault.Protect(tokens.ToJson(), SecretPlace.ProviderTokens(sessionId));
                return context.Sessions.Where(row => row.Id == sessionId && row.EndedAtTicks == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ProviderTokens, stored), cancellationToken);
            },
            cancellationToken);

    /// <summary>The sessions that go on and whose person can be asked about.</summary>
    public async Task<IReadOnlyList<SessionRow>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.AsNoTracking()
            .Where(row => row.EndedAtTicks == null && row.ExpiresAtTicks > now.UtcTicks && row.ProviderTokens != null)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when they cannot be read, for example under a key that is gone.</summary>
    public ProviderTokens? Read(SessionRow row)
    {
        try
        {
            return row.ProviderTokens is { } stored ? ProviderTokens.FromJson(vault.Reveal(stored, SecretPlace.ProviderTokens(row.Id))) : null;
        }
        catch (SecretException)
        {
            return null;
        }
    }
}
