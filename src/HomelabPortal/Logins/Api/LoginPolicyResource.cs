using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Logins.Policies;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Api;

/// <summary>A login policy: who may pass, what it guards, and how it stands.</summary>
/// <param name="IsDefault">Names that are newly put on the Internet get it unless another one is chosen.</param>
/// <param name="Guards">The names behind it.</param>
/// <param name="Explanation">Why the phase is what it is; null when all is well.</param>
internal sealed record LoginPolicyResource(
    string Id, string Name, IReadOnlyList<string> Emails, IReadOnlyList<string> EmailDomains, IReadOnlyList<string> Groups, IReadOnlyList<string> ServiceTokens,
    IReadOnlyList<string> IdentityProviders, string SessionDuration, bool IsDefault, IReadOnlyList<string> Guards, OwnerPhase Phase, string? Explanation)
{
    public static LoginPolicyResource Of(LoginPolicy policy, DesiredState desired, ReconcileStatus status)
    {
        // A policy edited since the last look is not judged yet.
        var owner = policy.Equals(status.Judged.FindLoginPolicy(policy.Id)) ? status.Of(policy.Id) : null;
        return Of(policy, desired, owner?.Phase ?? OwnerPhase.Pending, owner?.Explanation);
    }

    public static ApiAnswer Saved(LoginPolicy policy, DesiredState desired, int status) => ApiAnswer.Of(Of(policy, desired, OwnerPhase.Pending, null), TagOf(policy), status);

    public ApiAnswer ToAnswer(LoginPolicy policy) => ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(policy), $"{Phase} {Explanation} {IsDefault} {string.Join(' ', Guards)}"));

    public static string TagOf(LoginPolicy policy) => EntityTags.Of(DesiredJson.Write(policy));

    private static LoginPolicyResource Of(LoginPolicy policy, DesiredState desired, OwnerPhase phase, string? explanation) => new(
        policy.Id, policy.Name, policy.Emails, policy.EmailDomains, policy.Groups, policy.ServiceTokens, policy.IdentityProviders, policy.SessionDuration,
        desired.DefaultLoginPolicy == policy.Id, PolicyUses.Of(policy.Id, desired), phase, explanation);
}
