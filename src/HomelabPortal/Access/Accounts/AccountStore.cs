using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts;

/// <summary>The framework's store, made to wait for its turn at the one writer and to publish what it wrote.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, PortalDbContext, string>
{
    private readonly AccessStore _access;

    public AccountStore(PortalDbContext context, AccessStore access, IdentityErrorDescriber describer)
        : base(context, describer)
    {
        _access = access;
        AutoSaveChanges = false;
    }

    public override async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default) =>
        await SavedAsync(await base.CreateAsync(user, cancellationToken), cancellationToken);

    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default) =>
        await SavedAsync(await base.UpdateAsync(user, cancellationToken), cancellationToken);

    public override async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken = default) =>
        await SavedAsync(await base.DeleteAsync(user, cancellationToken), cancellationToken);

    private async Task<IdentityResult> SavedAsync(IdentityResult result, CancellationToken cancellationToken)
    {
        if (!result.Succeeded)
            return result;
        try
        {
            await _access.WriteAsync(_ => Context.SaveChangesAsync(cancellationToken), cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
    }
}
