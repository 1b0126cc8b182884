using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Secrets;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>What channels need to be let in: stored encrypted, together with the edit that names it.</summary>
internal sealed class ChannelSecrets(IDbContextFactory<PortalDbContext> contexts, Vault vault, TimeProvider time)
{
    /// <summary>What nothing wanted names is kept so long, so that a change can be taken back.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>Stores new values within an edit's own transaction, and lets go of old ones.</summary>
    /// <param name="secret">Null when the channel keeps the one it has.</param>
    /// <param name="address">The same of the whole address of a webhook.</param>
    public async Task KeepAsync(PortalDbContext context, DesiredChannel channel, string? secret, string? address, CancellationToken cancellationToken)
    {
        Add(context, channel, channel.Secret, secret);
        Add(context, channel, channel.AddressSecret, address);
        var oldest = (time.GetUtcNow() - _kept).UtcTicks;
        var old = await context.ChannelSecrets.Where(row => row.ChannelId == channel.Id && row.CreatedAtTicks < oldest).ToListAsync(cancellationToken);
        context.ChannelSecrets.RemoveRange(old.Where(row => row.Id != channel.Secret && row.Id != channel.AddressSecret));
    }

    /// <param name="id">What the channel calls it; null for one that it does not need.</param>
    /// <exception cref="NotifyFault">It is not kept any more or cannot be read.</exception>
    public async Task<string?> RevealAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.ChannelSecrets.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        try
        {
            if (row is not null)
                return vault.Reveal(row.Value, SecretPlace.ChannelSecret(id));
        }
        catch (SecretException)
        {
            // Said below, without its cause.
        }

        throw new NotifyFault("The channel's secret is not kept any more or cannot be read. Enter it again.");
    }

    private void Add(PortalDbContext context, DesiredChannel channel, string? id, string? value)
    {
        if (id is not null && value is not null)
            context.ChannelSecrets.Add(new ChannelSecretRow { Id = id, ChannelId = channel.Id, Value = vault.Protect(value, SecretPlace.ChannelSecret(id)), CreatedAtTicks = time.GetUtcNow().UtcTicks });
    }
}
