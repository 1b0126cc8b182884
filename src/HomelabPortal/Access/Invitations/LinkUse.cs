using HomelabPortal.Access.Accounts;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Invitations;

/// <summary>What a used link changes, within the transaction that used it.</summary>
internal sealed class LinkUse(PortalDbContext context, AccessState state, DateTimeOffset now, string? address)
{
    public async Task<Claim> ApplyAsync(InvitationRow link, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (link.AccountId is { } id)
            return await LetBackAsync(id, newcomer, cancellationToken);
        var isSetup = InvitationBook.KindOf(link) == LinkKind.Setup;
        return isSetup && FirstAdmin.IsThere(state) ? Claim.Gone : await JoinAsync(link, newcomer, cancellationToken);
    }

    private async Task<Claim> JoinAsync(InvitationRow link, Newcomer newcomer, CancellationToken cancellationToken)
    {
        var name = link.UserName ?? newcomer.Name;
        if (AccountName.FaultOf(name) is { } fault)
            return new Claim(null, fault);
        var normalized = AccountName.Normalize(name);
        if (await context.Users.AnyAsync(row => row.NormalizedUserName == normalized, cancellationToken))
            return new Claim(null, "This name is taken. Choose another.");
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = normalized,
            Role = link.Role,
            PasswordHash = newcomer.PasswordHash,
            CreatedAtTicks = now.UtcTicks,
        };
        context.Users.Add(account);
        return await SavedAsync(account, $"Join as {link.Role}, invited by {link.CreatedBy}", cancellationToken);
    }

    /// <summary>A new password, and no session or recovery code of before: somebody else may have them.</summary>
    private async Task<Claim> LetBackAsync(string id, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { IsDisabled: false } account)
            return Claim.Gone;
        account.PasswordHash = newcomer.PasswordHash;
        account.SecurityStamp = Guid.NewGuid().ToString();
        await context.Sessions.Where(row => row.AccountId == id && row.EndedAtTicks == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAtTicks, (long?)now.UtcTicks).SetProperty(row => row.ProviderTokens, (string?)null), cancellationToken);
        await context.UserTokens.Where(row => row.UserId == id && row.LoginProvider == RecoveryCodes.Provider).ExecuteDeleteAsync(cancellationToken);
        return await SavedAsync(account, "Choose a new password with a way-back link", cancellationToken);
    }

    private async Task<Claim> SavedAsync(Account account, string words, CancellationToken cancellationToken)
    {
        var actor = new Actor(account.UserName ?? account.Id) { AccountId = account.Id, Address = address };
        context.Audit.Add(AuditLog.NewRow(words, actor, now, "done"));
        await context.SaveChangesAsync(cancellationToken);
        return new Claim(account);
    }
}
