using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Invitations;

/// <summary>Takes a link and a password for an account, and lets its owner in.</summary>
internal sealed class LinkDesk(InvitationBook invitations, PasswordHashing hashing, Entrance entrance)
{
    public async Task<JoinResult> JoinAsync(
        HttpContext http, string secret, string? name, string? password, string? repeated, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(secret, cancellationToken) is not { } link)
            return new JoinResult(IsGone: true);
        name = link.Name ?? name?.Trim();
        var faults = new JoinResult(link.Name is null ? AccountName.FaultOf(name) : null, PasswordRules.FaultOf(password, name));
        if (faults is { Succeeded: true } && password != repeated)
            faults = new JoinResult(PasswordFault: "The two are not the same.");
        if (!faults.Succeeded || name is null || password is null)
            return faults;
        var newcomer = new Newcomer(name, hashing.HashPassword(new Account(), password));
        var claim = await invitations.ClaimAsync(secret, newcomer, RequestOrigin.Of(http).Address, cancellationToken);
        if (claim.Account is not { } account)
            return new JoinResult(claim.NameFault, IsGone: claim.IsGone);
        await entrance.AdmitAsync(http, account, link.Kind == LinkKind.WayBack ? "way-back link" : "invitation", cancellationToken);
        return new JoinResult();
    }
}
