using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>
/// Says the logins that names on the Internet need as policies and applications.
/// <code>
/// wanted                                        becomes
/// login policy with people                      policy "allow": any of the addresses, domains and groups
/// login policy with service tokens              policy "non_identity": any of the tokens
/// tunnelled exposure or rule with a policy      application for its name with these policies
/// each open path of it                          application for name/path, with one policy "bypass" of its owner
/// ended, on the LAN, without a policy           nothing
/// policy that names nobody                      refused: nobody could pass
/// </code>
/// Closed tunnels change nothing here: the guards stay, so that opening restores exactly what was.
/// </summary>
internal sealed class LoginCompiler(TimeProvider time) : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired) => Compile(desired, time.GetUtcNow());

    public static IEnumerable<DesiredResource> Compile(DesiredState desired, DateTimeOffset now) =>
        desired.LoginPolicies.SelectMany(PoliciesOf).Concat(
            from guarded in GuardedName.Of(desired, now)
            where desired.FindLoginPolicy(guarded.Policy) is not null
            from resource in Guards(guarded, desired.FindLoginPolicy(guarded.Policy)!)
            select resource);

    public static string ProgramsId(string policyId) => $"{policyId}-programs";

    public static string OpenId(string ownerId) => $"{ownerId}-open";

    private static IEnumerable<DesiredResource> PoliciesOf(LoginPolicy policy)
    {
        var people = People(policy);
        if (people.Count > 0)
            yield return new DesiredLoginPolicy(policy.Id, policy.Id, policy.Name, "allow", people);
        if (!policy.ServiceTokens.IsEmpty)
        {
            var tokens = policy.ServiceTokens.Select(id => (JsonNode)PolicyImage.Rule("service_token", "token_id", id));
            yield return new DesiredLoginPolicy(ProgramsId(policy.Id), policy.Id, $"{policy.Name}, programs", "non_identity", [.. tokens]);
        }
    }

    private static JsonArray People(LoginPolicy policy) =>
    [
        .. policy.Emails.Select(address => PolicyImage.Rule("email", "email", address)),
        .. policy.EmailDomains.Select(domain => PolicyImage.Rule("email_domain", "domain", domain)),
        .. policy.Groups.Select(id => PolicyImage.Rule("group", "id", id)),
    ];

    private static IEnumerable<DesiredResource> Guards(GuardedName guarded, LoginPolicy policy)
    {
        var policies = PoliciesOf(policy).OfType<DesiredLoginPolicy>().Select(resource => resource.Id).ToImmutableArray();
        if (policies.IsEmpty)
        {
            yield return new RefusedResource(
                DesiredLoginApplication.KeyOf(guarded.Name), guarded.OwnerId, guarded.Name, $"The login policy “{policy.Name}” names nobody, so no one could pass. Add somebody to it.");
            yield break;
        }

        yield return new DesiredLoginApplication(guarded.OwnerId, guarded.Name, policies, policy.IdentityProviders, policy.SessionDuration);
        if (guarded.OpenPaths.IsEmpty)
            yield break;
        var open = OpenId(guarded.OwnerId);
        yield return new DesiredLoginPolicy(open, guarded.OwnerId, $"Open paths of {guarded.Name}", "bypass", [PolicyImage.Rule("everyone")]);
        foreach (var path in guarded.OpenPaths)
            yield return new DesiredLoginApplication(guarded.OwnerId, guarded.Name + path, [open], [], policy.SessionDuration);
    }
}
