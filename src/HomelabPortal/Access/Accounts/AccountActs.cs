using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts;

/// <summary>What an admin does with the accounts of others. Somebody who can let people in always remains.</summary>
internal sealed class AccountActs(AccountChange changes, ActionRunner runner, InvitationBook invitations, AccessStore store)
{
    private const string LastAdmin = "This is the last admin who can sign in. Make another one first.";

    /// <summary>Makes a link by which one person makes an account with the role, within a day.</summary>
    /// <param name="name">The account's name; null lets the person choose.</param>
    public async Task<ActionResult<NewLink>> InviteAsync(Role role, string? name, Actor actor, CancellationToken cancellationToken)
    {
        name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (await runner.RefuseAsync(Act.ManageUsers, $"Invite {Safe(name)} as {role}", actor, cancellationToken) is { } refused)
            return refused;
        if (name is not null && AccountName.FaultOf(name) is { } fault)
            return new ActionOutcome(0, fault);
        if (name is not null && store.Current.Accounts.Values.Any(account => AccountName.Normalize(account.Name) == AccountName.Normalize(name)))
            return new ActionOutcome(0, $"{name} has an account already.");
        return new ActionResult<NewLink>(new ActionOutcome(0, null), await invitations.InviteAsync(role, name, actor, cancellationToken));
    }

    /// <param name="id">See <see cref="InvitationInfo.Id"/>.</param>
    public async Task<ActionOutcome> TakeBackLinkAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        if (await runner.RefuseAsync(Act.ManageUsers, "Take back a link", actor, cancellationToken) is { } refused)
            return refused;
        return new ActionOutcome(0, await invitations.TakeBackAsync(id, actor, cancellationToken) ? null : "The link was used or taken back already.");
    }

    /// <summary>Makes a link by which the account's owner chooses a new password, within half an hour.</summary>
    public async Task<ActionResult<NewLink>> LetBackAsync(string accountId, Actor actor, CancellationToken cancellationToken)
    {
        if (await runner.RefuseAsync(Act.ManageUsers, "Make a way-back link", actor, cancellationToken) is { } refused)
            return refused;
        if (store.Current.FindActiveAccount(accountId) is not { } account)
            return new ActionOutcome(0, "The account is gone or disabled.");
        var row = new Account { Id = account.Id, UserName = account.Name, Role = account.Role };
        return new ActionResult<NewLink>(new ActionOutcome(0, null), await invitations.LetBackAsync(row, actor, cancellationToken));
    }

    public Task<ActionOutcome> ChangeRoleAsync(string accountId, Role role, Actor actor, CancellationToken cancellationToken) =>
        changes.RunAsync(
            Act.ManageUsers,
            name => $"Make {name} {role}",
            accountId,
            actor,
            (_, account) =>
            {
                if (role != Role.Admin && IsLastAdmin(account))
                    return Task.FromResult<string?>(LastAdmin);
                account.Role = role;
                return Task.FromResult<string?>(null);
            },
            cancellationToken);

    /// <summary>The account keeps its record and loses every session and token.</summary>
    public Task<ActionOutcome> DisableAsync(string accountId, Actor actor, CancellationToken cancellationToken) =>
        changes.RunAsync(
            Act.ManageUsers,
            name => $"Disable {name}",
            accountId,
            actor,
            async (context, account) =>
            {
                if (IsLastAdmin(account))
                    return LastAdmin;
                account.IsDisabled = true;
                await context.Invitations.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                await changes.EndSessionsAsync(context, accountId, null, cancellationToken);
                await changes.RevokeTokensAsync(context, accountId, cancellationToken);
                return null;
            },
            cancellationToken);

    public Task<ActionOutcome> EnableAsync(string accountId, Actor actor, CancellationToken cancellationToken) =>
        changes.RunAsync(
            Act.ManageUsers,
            name => $"Enable {name}",
            accountId,
            actor,
            (_, account) =>
            {
                account.IsDisabled = false;
                return Task.FromResult<string?>(null);
            },
            cancellationToken);

    /// <summary>The audit keeps the name.</summary>
    public Task<ActionOutcome> DeleteAsync(string accountId, Actor actor, CancellationToken cancellationToken) =>
        changes.RunAsync(
            Act.ManageUsers,
            name => $"Delete the account of {name}",
            accountId,
            actor,
            async (context, account) =>
            {
                if (IsLastAdmin(account))
                    return LastAdmin;
                await context.Invitations.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                await context.Sessions.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                await context.ApiTokens.Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                context.Users.Remove(account);
                return null;
            },
            cancellationToken);

    private bool IsLastAdmin(Account account) =>
        account.Role == Role.Admin && !store.Current.Accounts.Values.Any(other => other.Id != account.Id && FirstAdmin.IsWorkingAdmin(other));

    /// <summary>A name that may not be one stays out of the audit.</summary>
    private static string Safe(string? name) => name is not null && AccountName.FaultOf(name) is null ? name : "somebody";
}
