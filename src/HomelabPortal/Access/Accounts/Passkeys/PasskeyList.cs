using HomelabPortal.Access.Accounts;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>What a person has to sign in with, for the account page. Read it again when <c>Live&lt;AccessState&gt;</c> moves.</summary>
internal sealed class PasskeyList(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<IReadOnlyList<PasskeyInfo>> OfAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.UserPasskeys.AsNoTracking().Where(row => row.UserId == accountId).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Data.CreatedAt).Select(row => new PasskeyInfo(
            PasskeyInfo.IdOf(row.CredentialId), row.Data.Name ?? "Passkey", row.Data.CreatedAt, row.Data.IsBackedUp))];
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> RecoveryCodesLeftAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.UserTokens.CountAsync(row => row.UserId == accountId && row.LoginProvider == RecoveryCodes.Provider, cancellationToken);
    }
}
