namespace HomelabPortal.CloudflareAccount.Api;

/// <summary>How the portal stands with Cloudflare.</summary>
/// <param name="Help">How to connect it, while it is not.</param>
/// <param name="ServingTunnels">Tunnels with connectors at the last look; their routes work without the API.</param>
/// <param name="CheckedAt">When token and permissions were last checked.</param>
/// <param name="AnsweredAt">When Cloudflare last answered anything.</param>
/// <param name="TokenLink">The dashboard's page for a new token with all that the portal needs.</param>
internal sealed record AccountResource(
    ApiStanding Api, string? Help, TokenResource Token, BudgetResource? Budget, IReadOnlyList<AccountName> Accounts, IReadOnlyList<CapabilityResource> Capabilities,
    int ServingTunnels, CallNote? LastCall, CallNote? LastFault, DateTimeOffset? CheckedAt, DateTimeOffset? AnsweredAt, string TokenLink)
{
    public static AccountResource Of(AccountState state) => new(
        state.Api, state.Help, TokenResource.Of(state.Token), state.Budget is { } budget ? BudgetResource.Of(budget) : null,
        [.. state.Accounts], [.. state.Capabilities.Select(CapabilityResource.Of)],
        state.ServingTunnels, state.LastCall, state.LastFault, state.CheckedAt, state.AnsweredAt, CapabilityWords.TokenLink);
}
