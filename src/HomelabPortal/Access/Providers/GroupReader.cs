using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// Reads the groups of those who are signed in again, one pass at a time.
/// <code>
/// the provider says            then
/// groups with a role           the account has that role
/// groups without a role        the account is disabled, its sessions and tokens end
/// somebody else, or refuses    the session ends
/// nothing, for up to an hour   the session goes on with the role it had
/// nothing, for longer          the session ends; local sign-in stays
/// </code>
/// </summary>
internal sealed partial class GroupReader(
    ProviderBook book, ProviderDirectory directory, ProviderClient client, ProviderAccounts accounts, SessionTokens tokens,
    SessionBook sessions, TimeProvider time, ILogger<GroupReader> logger)
{
    /// <summary>How long a role may last that nobody has confirmed.</summary>
    public static readonly TimeSpan MostUnconfirmed = TimeSpan.FromHours(1);

    private Dictionary<string, DateTimeOffset> _confirmedAt = [];

    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await tokens.ListAsync(now, cancellationToken);
        // A session seen for the first time was confirmed when it began, or by this start of the portal.
        var confirmed = rows.ToDictionary(row => row.Id, row => _confirmedAt.GetValueOrDefault(row.Id, now));
        _confirmedAt = confirmed;
        foreach (var ofProvider in rows.GroupBy(row => row.Method))
            await ReadAsync(ofProvider.Key, [.. ofProvider], cancellationToken);
    }

    private async Task ReadAsync(string providerName, IReadOnlyList<SessionRow> rows, CancellationToken cancellationToken)
    {
        var isSilent = false;
        foreach (var row in rows)
        {
            // One that was silent a moment ago is not waited for again in the same pass.
            var reading = isSilent ? GroupReading.NoAnswer : await ReadAsync(book.FindByName(providerName), row, cancellationToken);
            isSilent |= reading == GroupReading.NoAnswer;
            if (reading == GroupReading.Confirmed)
                _confirmedAt[row.Id] = time.GetUtcNow();
            else if (reading == GroupReading.NoAnswer && time.GetUtcNow() - _confirmedAt[row.Id] >= MostUnconfirmed)
                await EndAsync(row, $"{providerName} has not answered for an hour", cancellationToken);
        }
    }

    private async Task<GroupReading> ReadAsync(Provider? provider, SessionRow row, CancellationToken cancellationToken)
    {
        if (provider is null || tokens.Read(row) is not { } kept)
            return await EndAsync(row, "its provider is not configured any more, or its tokens cannot be read", cancellationToken);
        try
        {
            var endpoints = await directory.FindAsync(provider, cancellationToken);
            var person = await PersonAsync(provider, endpoints, row.Id, kept, cancellationToken);
            if ((await accounts.FindAsync(provider, person.Subject, cancellationToken))?.Id != row.AccountId)
                return await EndAsync(row, $"{provider.Name} speaks of somebody else", cancellationToken);
            return (await accounts.EnterAsync(provider, person, null, cancellationToken)).Account is null ? GroupReading.Ended : GroupReading.Confirmed;
        }
        catch (ProviderException fault) when (fault.Problem == ProviderProblem.Declined)
        {
            return await EndAsync(row, $"{provider.Name} does not know it any more", cancellationToken);
        }
        catch (ProviderException fault)
        {
            Log.NoAnswer(logger, fault.Message);
            return GroupReading.NoAnswer;
        }
    }

    private async Task<ProviderPerson> PersonAsync(Provider provider, ProviderEndpoints endpoints, string sessionId, ProviderTokens kept, CancellationToken cancellationToken)
    {
        try
        {
            return await client.PersonAsync(provider, endpoints.UserInfo, kept, cancellationToken);
        }
        catch (ProviderException fault) when (fault.Problem == ProviderProblem.Declined && kept.Refresh is not null)
        {
            // The access token is short-lived. The new refresh token must be kept even when the portal is told to stop: the old one is spent.
            var renewed = await client.RefreshAsync(provider, endpoints.Token, kept.Refresh, cancellationToken);
            await tokens.KeepAsync(sessionId, renewed, CancellationToken.None);
            return await client.PersonAsync(provider, endpoints.UserInfo, renewed, cancellationToken);
        }
    }

    private async Task<GroupReading> EndAsync(SessionRow row, string why, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(other => other.Id == row.Id, $"End a session: {why}", Actor.Portal, cancellationToken);
        return GroupReading.Ended;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Groups cannot be read again, the next pass will try: {Why}")]
        public static partial void NoAnswer(ILogger logger, string why);
    }
}
