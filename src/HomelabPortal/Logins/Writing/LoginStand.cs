using System.Collections.Immutable;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Logins.Writing;

/// <summary>What stands in the account just before a write, with the raw things, which go back with all that the portal does not know of.</summary>
internal sealed record LoginStand(LoginState State, ImmutableDictionary<string, AccessPolicy> Policies, ImmutableDictionary<string, AccessApplication> Applications)
{
    public static async Task<LoginStand> ReadAsync(CloudflareClient client, string accountId, CancellationToken cancellationToken)
    {
        var policies = await client.ListAccessPoliciesAsync(accountId, cancellationToken);
        var applications = await client.ListAccessApplicationsAsync(accountId, cancellationToken);
        var tags = await client.ListAccessTagsAsync(accountId, cancellationToken);
        var state = LoginState.Empty with { AccountId = accountId, HasTag = tags.Any(tag => tag.Name == LoginMark.Tag) };
        return new LoginStand(state, policies.ToImmutableDictionary(policy => policy.Id), applications.ToImmutableDictionary(application => application.Id)).Renewed();
    }

    public LoginStand With(AccessPolicy policy) => (this with { Policies = Policies.SetItem(policy.Id, policy) }).Renewed();

    public LoginStand With(AccessApplication application) => (this with { Applications = Applications.SetItem(application.Id, application) }).Renewed();

    public LoginStand Without(string id) => (this with { Policies = Policies.Remove(id), Applications = Applications.Remove(id) }).Renewed();

    public LoginStand WithTag() => this with { State = State with { HasTag = true } };

    private LoginStand Renewed() => this with
    {
        State = State with { Policies = [.. Policies.Values.Select(LoginMapping.ToLive)], Applications = [.. Applications.Values.Select(LoginMapping.ToLive)] },
    };
}
