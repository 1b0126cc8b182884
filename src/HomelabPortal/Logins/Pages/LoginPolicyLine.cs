using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Logins.Policies;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Pages;

/// <summary>One row of the table of login policies.</summary>
public sealed record LoginPolicyLine(string Id, string Name, string Who, ImmutableArray<string> Uses, string Session, bool IsDefault, OwnerPhase Phase, string? Explanation)
{
    internal static ImmutableArray<LoginPolicyLine> Of(DesiredState desired, ReconcileStatus status) =>
    [
        .. desired.LoginPolicies.OrderBy(policy => policy.Name, StringComparer.OrdinalIgnoreCase).Select(policy =>
        {
            var owner = policy.Equals(status.Judged.FindLoginPolicy(policy.Id)) ? status.Of(policy.Id) : null;
            return new LoginPolicyLine(
                policy.Id, policy.Name, LoginWords.Who(policy), PolicyUses.Of(policy.Id, desired), SessionWords.Of(policy.SessionDuration),
                policy.Id == desired.DefaultLoginPolicy, owner?.Phase ?? OwnerPhase.Pending, owner?.Explanation);
        }),
    ];
}
