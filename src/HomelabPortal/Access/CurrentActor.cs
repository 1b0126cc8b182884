using HomelabPortal.Access.Authority;
using Microsoft.AspNetCore.Components.Authorization;

namespace HomelabPortal.Access;

/// <summary>Who is at this page, and what they may do on it.</summary>
internal sealed class CurrentActor(AuthenticationStateProvider authentication, AuthorityCheck authority)
{
    /// <summary>The server knows the principal before it draws the first component, so the task is always complete.</summary>
    public Actor Actor => authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } known
        ? Actor.Of(known.Result.User)
        : throw new InvalidOperationException("The page is drawn before it is known who looks at it.");

    /// <summary>Why this person cannot do the act, for the tooltip of its button. A proof that is still to be given is no reason.</summary>
    public string? WhyNot(Act act) => authority.WhyNot(Actor, act) is { Kind: not AccessRefusalKind.NeedsProof } refusal ? refusal.Message : null;

    /// <summary>True when the act must wait for a proof of who it is.</summary>
    public bool MustProve(Act act) => authority.WhyNot(Actor, act) is { Kind: AccessRefusalKind.NeedsProof };
}
