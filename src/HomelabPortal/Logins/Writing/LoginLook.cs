using System.Collections.Immutable;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Logins.Writing;

/// <summary>Looks at Cloudflare Access. What plans need is read each time, and what only names things every few minutes.</summary>
internal sealed class LoginLook(TimeProvider time)
{
    private const string NoOrganisation = "This Cloudflare account has no Zero Trust organisation yet, so no login can be set up. Open Zero Trust in the dashboard once and choose a team name; the free plan is enough.";
    private static readonly TimeSpan _namesHold = TimeSpan.FromMinutes(5);
    private LoginNames? _names;

    /// <exception cref="CloudflareApiException">Something that plans need could not be read.</exception>
    public async Task<LoginState> ReadAsync(CloudflareClient client, string accountId, CancellationToken cancellationToken)
    {
        var names = _names;
        if (names is null || names.AccountId != accountId || names.Problem is not null || time.GetUtcNow() - names.ReadAt >= _namesHold)
            _names = names = await ReadNamesAsync(client, accountId, cancellationToken);
        if (names.HasNoOrganisation)
            return LoginState.Empty with { AccountId = accountId, Problem = names.Problem };
        var applications = await client.ListAccessApplicationsAsync(accountId, cancellationToken);
        var policies = await client.ListAccessPoliciesAsync(accountId, cancellationToken);
        var tags = await client.ListAccessTagsAsync(accountId, cancellationToken);
        return new LoginState(accountId, names.TeamName, names.Problem, [.. policies.Select(LoginMapping.ToLive)], [.. applications.Select(LoginMapping.ToLive)])
        {
            HasTag = tags.Any(tag => tag.Name == LoginMark.Tag),
            Groups = names.Groups,
            Providers = names.Providers,
            ServiceTokens = names.ServiceTokens,
            Unread = names.Unread,
        };
    }

    private async Task<LoginNames> ReadNamesAsync(CloudflareClient client, string accountId, CancellationToken cancellationToken)
    {
        var (organisation, problem) = await OrganisationAsync(client, accountId, cancellationToken);
        var names = new LoginNames(accountId, time.GetUtcNow(), organisation?.TeamName, problem, organisation is null && problem == NoOrganisation);
        if (names.HasNoOrganisation)
            return names;
        var (groups, noGroups) = await ChoicesAsync(() => client.ListAccessGroupsAsync(accountId, cancellationToken), group => new LoginChoice(group.Id, group.Name ?? group.Id));
        var (providers, noProviders) = await ChoicesAsync(() => client.ListIdentityProvidersAsync(accountId, cancellationToken), ToChoice);
        var (tokens, noTokens) = await ChoicesAsync(() => client.ListServiceTokensAsync(accountId, cancellationToken), token => new LoginChoice(token.Id, token.Name ?? token.Id));
        var unread = new[] { noGroups, noProviders, noTokens }.OfType<string>().Distinct().ToList();
        return names with { Groups = groups, Providers = providers, ServiceTokens = tokens, Unread = unread.Count == 0 ? null : string.Join(' ', unread) };
    }

    private static async Task<(AccessOrganization? Organisation, string? Problem)> OrganisationAsync(CloudflareClient client, string accountId, CancellationToken cancellationToken)
    {
        try
        {
            var organisation = await client.GetAccessOrganizationAsync(accountId, cancellationToken);
            return (organisation, organisation switch
            {
                null => NoOrganisation,
                { TeamName: null } => $"The login page of this account is {organisation.AuthDomain ?? "unknown"}, from which no team name can be told, so no tunnel rule can ask for its login.",
                _ => null,
            });
        }
        catch (CloudflareApiException fault) when (fault.Kind == CloudflareErrorKind.MissingPermission)
        {
            return (null, fault.Message);
        }
    }

    private static LoginChoice ToChoice(IdentityProvider provider) =>
        new(provider.Id, provider.IsOneTimePin ? "One-time PIN by e-mail" : string.IsNullOrEmpty(provider.Name) ? provider.Type : provider.Name, provider.Type);

    /// <summary>A token may do all that plans need without being allowed to read these.</summary>
    private static async Task<(ImmutableArray<LoginChoice>? Choices, string? Why)> ChoicesAsync<T>(Func<Task<IReadOnlyList<T>>> read, Func<T, LoginChoice> toChoice)
    {
        try
        {
            var all = await read();
            return ([.. all.Select(toChoice).OrderBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase)], null);
        }
        catch (CloudflareApiException fault) when (fault.Kind is CloudflareErrorKind.MissingPermission or CloudflareErrorKind.NotEnabled)
        {
            return (null, fault.Message);
        }
    }
}
