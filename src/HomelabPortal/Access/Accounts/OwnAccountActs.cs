using HomelabPortal.Access.Accounts.Passkeys;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts;

/// <summary>How a person changes the ways they sign in themselves. An account never loses its last one.</summary>
internal sealed class OwnAccountActs(AccountChange changes, ActionRunner runner, PasswordHashing hashing, RecoveryCodes codes, AuditLog audit)
{
    private const string LastWay = "This is the only way you can sign in. Add another one first.";

    /// <summary>Sets or changes the password, and ends the person's other sessions.</summary>
    public Task<ActionOutcome> SetPasswordAsync(string password, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(
            "Change the own password",
            actor,
            async (context, account) =>
            {
                if (PasswordRules.FaultOf(password, account.UserName) is { } fault)
                    return fault;
                account.PasswordHash = hashing.HashPassword(account, password);
                account.SecurityStamp = Guid.NewGuid().ToString();
                await changes.EndSessionsAsync(context, account.Id, actor.SessionId, cancellationToken);
                return null;
            },
            cancellationToken);

    public Task<ActionOutcome> RemovePasswordAsync(Actor actor, CancellationToken cancellationToken) =>
        RunAsync(
            "Remove the own password",
            actor,
            async (context, account) =>
            {
                var others = await PasskeysAsync(context, account, cancellationToken) + await LoginsAsync(context, account, cancellationToken);
                if (others == 0)
                    return LastWay;
                account.PasswordHash = null;
                return null;
            },
            cancellationToken);

    /// <param name="id">See <c>PasskeyInfo.Id</c>.</param>
    public Task<ActionOutcome> RenamePasskeyAsync(string id, string name, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(
            "Rename a passkey",
            actor,
            async (context, account) =>
            {
                if (name.Trim() is not { Length: > 0 and <= PasskeyLabel.Longest } label || label.Any(char.IsControl))
                    return $"A name of 1 to {PasskeyLabel.Longest} characters is needed.";
                if (await FindPasskeyAsync(context, account, id, cancellationToken) is not { } passkey)
                    return "The passkey is already gone.";
                passkey.Data.Name = label;
                return null;
            },
            cancellationToken);

    public Task<ActionOutcome> RemovePasskeyAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(
            "Remove a passkey",
            actor,
            async (context, account) =>
            {
                if (await FindPasskeyAsync(context, account, id, cancellationToken) is not { } passkey)
                    return "The passkey is already gone.";
                if (account.PasswordHash is null && await PasskeysAsync(context, account, cancellationToken) + await LoginsAsync(context, account, cancellationToken) < 2)
                    return LastWay;
                context.UserPasskeys.Remove(passkey);
                return null;
            },
            cancellationToken);

    /// <summary>Takes away the sign-in with a provider.</summary>
    public Task<ActionOutcome> RemoveProviderAsync(string provider, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(
            $"Remove the sign-in with {provider}",
            actor,
            async (context, account) =>
            {
                var logins = await context.UserLogins.Where(row => row.UserId == account.Id && row.LoginProvider == provider).ToListAsync(cancellationToken);
                var others = await PasskeysAsync(context, account, cancellationToken) + await LoginsAsync(context, account, cancellationToken) - logins.Count;
                if (account.PasswordHash is null && others == 0)
                    return LastWay;
                context.UserLogins.RemoveRange(logins);
                return null;
            },
            cancellationToken);

    /// <summary>Makes eight new recovery codes, to be shown once; those of before are void.</summary>
    public async Task<ActionResult<IReadOnlyList<string>>> MakeRecoveryCodesAsync(Actor actor, CancellationToken cancellationToken)
    {
        const string Words = "Make new recovery codes";
        if (await runner.RefuseAsync(Act.ChangeOwnSignIn, Words, actor, cancellationToken) is { } refused)
            return refused;
        if (actor.AccountId is not { } id)
            return new ActionOutcome(0, "Only a person has recovery codes.");
        var made = await codes.RenewAsync(id, cancellationToken);
        var auditId = await audit.RecordAsync(Words, actor, "done", cancellationToken);
        return new ActionResult<IReadOnlyList<string>>(new ActionOutcome(auditId, null), made);
    }

    private Task<ActionOutcome> RunAsync(string words, Actor actor, Func<PortalDbContext, Account, Task<string?>> change, CancellationToken cancellationToken) =>
        changes.RunAsync(Act.ChangeOwnSignIn, _ => words, actor.AccountId ?? "", actor, change, cancellationToken);

    private static Task<int> PasskeysAsync(PortalDbContext context, Account account, CancellationToken cancellationToken) =>
        context.UserPasskeys.CountAsync(row => row.UserId == account.Id, cancellationToken);

    private static Task<int> LoginsAsync(PortalDbContext context, Account account, CancellationToken cancellationToken) =>
        context.UserLogins.CountAsync(row => row.UserId == account.Id, cancellationToken);

    private static async Task<IdentityUserPasskey<string>?> FindPasskeyAsync(
        PortalDbContext context, Account account, string id, CancellationToken cancellationToken)
    {
        var all = await context.UserPasskeys.Where(row => row.UserId == account.Id).ToListAsync(cancellationToken);
        return all.FirstOrDefault(row => PasskeyInfo.IdOf(row.CredentialId) == id);
    }
}
