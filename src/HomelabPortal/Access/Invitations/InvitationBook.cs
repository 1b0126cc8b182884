using HomelabPortal.Access.Accounts;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Invitations;

/// <summary>One-time links: made here, shown once, used once. Each change has its audit row in the same transaction.</summary>
internal sealed class InvitationBook(AccessStore store, IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>Has a space, so that it is nobody's name.</summary>
    public const string SetupCreator = "the portal";

    /// <summary>Makes the setup link and voids those before it.</summary>
    public async Task<NewLink> SetUpAsync(CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            context => context.Invitations.Where(row => row.CreatedBy == SetupCreator && row.AccountId == null).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        return await AddAsync(LinkKind.Setup, Role.Admin, null, null, Actor.Portal with { Name = SetupCreator }, "Make a setup link", cancellationToken);
    }

    /// <param name="name">The name of the new account; null lets the person choose.</param>
    public Task<NewLink> InviteAsync(Role role, string? name, Actor by, CancellationToken cancellationToken) =>
        AddAsync(LinkKind.Invitation, role, null, name, by, $"Invite {name ?? "somebody"} as {role}", cancellationToken);

    /// <summary>Lets the owner of <paramref name="account"/> back in. Links given out for it before are void.</summary>
    public async Task<NewLink> LetBackAsync(Account account, Actor by, CancellationToken cancellationToken)
    {
        await store.WriteAsync(context => context.Invitations.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return await AddAsync(LinkKind.WayBack, account.Role, account.Id, account.UserName, by, $"Make a way-back link for {account.UserName}", cancellationToken);
    }

    /// <param name="id">See <see cref="InvitationInfo.Id"/>.</param>
    public Task<bool> TakeBackAsync(string id, Actor by, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                var rows = await context.Invitations.Where(row => row.Hash.StartsWith(id) && row.UsedAtTicks == null).ToListAsync(cancellationToken);
                if (rows is not [var row])
                    return false;
                context.Invitations.Remove(row);
                context.Audit.Add(AuditLog.NewRow($"Take back the link for {row.UserName ?? "somebody"}", by, time.GetUtcNow(), "done"));
                await context.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>What the link opens, or null when it opens nothing.</summary>
    public async Task<OpenLink?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (LinkSecret.HashOf(secret), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Hash == hash && row.UsedAtTicks == null && row.ExpiresAtTicks > now.UtcTicks, cancellationToken);
        return row is null || (KindOf(row) == LinkKind.Setup && FirstAdmin.IsThere(store.Current))
            ? null
            : new OpenLink(KindOf(row), row.Role, row.UserName, row.CreatedBy, new DateTimeOffset(row.ExpiresAtTicks, TimeSpan.Zero));
    }

    /// <summary>Uses the link. Of many who try at once with one link, exactly one succeeds.</summary>
    public Task<Claim> ClaimAsync(string secret, Newcomer newcomer, string? address, CancellationToken cancellationToken)
    {
        var hash = LinkSecret.HashOf(secret);
        return store.WriteAsync(
            async context =>
            {
                var now = time.GetUtcNow();
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                var used = await context.Invitations
                    .Where(row => row.Hash == hash && row.UsedAtTicks == null && row.ExpiresAtTicks > now.UtcTicks)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAtTicks, (long?)now.UtcTicks), cancellationToken);
                if (used != 1)
                    return Claim.Gone;
                var link = await context.Invitations.AsNoTracking().SingleAsync(row => row.Hash == hash, cancellationToken);
                var claim = await new LinkUse(context, store.Current, now, address).ApplyAsync(link, newcomer, cancellationToken);
                // A name that is taken, or a portal that has its admin by now, leaves everything as it was.
                if (claim.Account is not null)
                    await transaction.CommitAsync(cancellationToken);
                return claim;
            },
            cancellationToken);
    }

    public static LinkKind KindOf(InvitationRow row) =>
        row.AccountId is not null ? LinkKind.WayBack : row.CreatedBy == SetupCreator ? LinkKind.Setup : LinkKind.Invitation;

    private Task<NewLink> AddAsync(LinkKind kind, Role role, string? accountId, string? name, Actor by, string words, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async context =>
            {
                var (secret, now) = (LinkSecret.New(), time.GetUtcNow());
                var expires = now + LinkLifetimes.Of(kind);
                context.Invitations.Add(new InvitationRow
                {
                    Hash = LinkSecret.HashOf(secret),
                    Role = role,
                    AccountId = accountId,
                    UserName = name,
                    CreatedBy = by.Name,
                    CreatedAtTicks = now.UtcTicks,
                    ExpiresAtTicks = expires.UtcTicks,
                });
                context.Audit.Add(AuditLog.NewRow(words, by, now, "done"));
                await context.SaveChangesAsync(cancellationToken);
                return new NewLink($"/{(kind == LinkKind.Setup ? "setup" : "invitation")}/{secret}", expires);
            },
            cancellationToken);
}
