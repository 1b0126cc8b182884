using HomelabPortal.Access.Accounts;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Providers;

/// <summary>Finds, makes, changes and links the accounts of people a provider vouches for. Bound to the subject alone; names and addresses never join anybody.</summary>
internal sealed class ProviderAccounts(AccessStore store, IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>Carries out <see cref="EntryDecision"/> in one transaction with its audit rows.</summary>
    /// <returns>The account that may come in, or why none may.</returns>
    public Task<(Account? Account, ProviderProblem? Problem)> EnterAsync(Provider provider, ProviderPerson person, string? address, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                var account = await FindAsync(context, provider, person.Subject, cancellationToken);
                var marks = account is null ? [] : await context.UserClaims.Where(row => row.UserId == account.Id && row.ClaimValue == provider.Name).ToListAsync(cancellationToken);
                var entry = EntryDecision.Of(account is null ? null : KnownOf(account, marks), provider.Groups.RoleOf(person.Groups));
                var outcome = entry switch
                {
                    Entry.Create(var role) => (await CreateAsync(context, provider, person, role, address, cancellationToken), null),
                    Entry.Admit(var role) when account is not null => (Admit(context, provider, account, role, marks), null),
                    Entry.Shut when account is not null => (null, await ShutAsync(context, provider, account, cancellationToken)),
                    Entry.Refused(var problem) => (null, problem),
                    _ => (default(Account), (ProviderProblem?)ProviderProblem.Strange),
                };
                await context.SaveChangesAsync(cancellationToken);
                return outcome;
            },
            cancellationToken);

    /// <summary>The account of this person, if any.</summary>
    public async Task<Account?> FindAsync(Provider provider, string subject, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, provider, subject, cancellationToken);
    }

    /// <summary>True when the account's role follows the provider's groups.</summary>
    public async Task<bool> IsMadeByAsync(Provider provider, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.UserClaims.AnyAsync(
            row => row.UserId == accountId && row.ClaimType == ProviderMarks.MadeBy && row.ClaimValue == provider.Name, cancellationToken);
    }

    /// <summary>Lets the account sign in as this person from now on.</summary>
    public Task<ProviderProblem?> LinkAsync(Provider provider, ProviderPerson person, Actor actor, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                if (await FindAsync(context, provider, person.Subject, cancellationToken) is { } other)
                    return other.Id == actor.AccountId ? null : ProviderProblem.LinkedElsewhere;
                if (actor.AccountId is not { } id)
                    return ProviderProblem.SignedOut;
                context.UserLogins.Add(LoginOf(provider, person, id));
                context.Audit.Add(AuditLog.NewRow($"Link {provider.Name} to {actor.Name}", actor, time.GetUtcNow(), "done"));
                await context.SaveChangesAsync(cancellationToken);
                return (ProviderProblem?)null;
            },
            cancellationToken);

    private static async Task<Account?> FindAsync(PortalDbContext context, Provider provider, string subject, CancellationToken cancellationToken)
    {
        var key = provider.KeyOf(subject);
        var id = await context.UserLogins.Where(row => row.LoginProvider == provider.Name && row.ProviderKey == key).Select(row => row.UserId).SingleOrDefaultAsync(cancellationToken);
        return id is null ? null : await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    private static KnownAccount KnownOf(Account account, List<IdentityUserClaim<string>> marks) => new(
        account.Role, account.IsDisabled, marks.Exists(mark => mark.ClaimType == ProviderMarks.MadeBy), marks.Exists(mark => mark.ClaimType == ProviderMarks.ShutBy));

    private async Task<Account> CreateAsync(PortalDbContext context, Provider provider, ProviderPerson person, Role role, string? address, CancellationToken cancellationToken)
    {
        var taken = await context.Users.Select(row => row.NormalizedUserName ?? "").ToListAsync(cancellationToken);
        var name = ProviderNames.Choose(person, provider, taken);
        var account = new Account { UserName = name, NormalizedUserName = AccountName.Normalize(name), Role = role, CreatedAtTicks = time.GetUtcNow().UtcTicks };
        context.Users.Add(account);
        context.UserLogins.Add(LoginOf(provider, person, account.Id));
        context.UserClaims.Add(new IdentityUserClaim<string> { UserId = account.Id, ClaimType = ProviderMarks.MadeBy, ClaimValue = provider.Name });
        var actor = new Actor(name) { AccountId = account.Id, Address = address };
        context.Audit.Add(AuditLog.NewRow($"Make the account {name}", actor, time.GetUtcNow(), $"{role} by a group of {provider.Name}"));
        return account;
    }

    private Account Admit(PortalDbContext context, Provider provider, Account account, Role role, List<IdentityUserClaim<string>> marks)
    {
        if (account.Role == role && !account.IsDisabled)
            return account;
        context.UserClaims.RemoveRange(marks.Where(mark => mark.ClaimType == ProviderMarks.ShutBy));
        (account.Role, account.IsDisabled) = (role, false);
        context.Audit.Add(AuditLog.NewRow($"Make {account.UserName} {role}", Actor.Portal, time.GetUtcNow(), $"by a group of {provider.Name}"));
        return account;
    }

    private async Task<ProviderProblem?> ShutAsync(PortalDbContext context, Provider provider, Account account, CancellationToken cancellationToken)
    {
        if (account.IsDisabled)
            return ProviderProblem.NoGroup;
        long? now = time.GetUtcNow().UtcTicks;
        account.IsDisabled = true;
        context.UserClaims.Add(new IdentityUserClaim<string> { UserId = account.Id, ClaimType = ProviderMarks.ShutBy, ClaimValue = provider.Name });
        await context.Sessions.Where(row => row.AccountId == account.Id && row.EndedAtTicks == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAtTicks, now).SetProperty(row => row.ProviderTokens, (string?)null), cancellationToken);
        await context.ApiTokens.Where(row => row.AccountId == account.Id && row.RevokedAtTicks == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAtTicks, now), cancellationToken);
        context.Audit.Add(AuditLog.NewRow($"Disable {account.UserName}", Actor.Portal, time.GetUtcNow(), $"no group of {provider.Name} is left"));
        return ProviderProblem.NoGroup;
    }

    private static IdentityUserLogin<string> LoginOf(Provider provider, ProviderPerson person, string accountId) =>
        new() { LoginProvider = provider.Name, ProviderKey = provider.KeyOf(person.Subject), ProviderDisplayName = provider.Name, UserId = accountId };
}
