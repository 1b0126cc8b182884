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

    /// <summary>Stores a new value within an edit's own transaction, and lets go of old ones.</summary>
    /// <param name="value">Null when the channel keeps the one it has.</param>
    public async Task KeepAsync(PortalDbContext context, DesiredChannel channel, string? value, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (value is not null && channel.Secret is { } id)
            context.ChannelSecrets.Add(new ChannelSecretRow { Id = id, ChannelId = channel.Id, Value = vault.Protect(value, SecretPlace.ChannelSecret(id)), CreatedAtTicks = now.UtcTicks });
        var oldest = (now - _kept).UtcTicks;
        var old = await context.ChannelSecrets.Where(row => row.ChannelId == channel.Id && row.CreatedAtTicks < oldest).ToListAsync(cancellationToken);
        context.ChannelSecrets.RemoveRange(old.Where(row => row.Id != channel.Secret));
    }

    /// <summary>Null for a channel that needs none.</summary>
    /// <exception cref="NotifyFault">It is not kept any more or cannot be read.</exception>
    public async Task<string?> RevealAsync(DesiredChannel channel, CancellationToken cancellationToken)
    {
        if (channel.Secret is not { } id)
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
}
