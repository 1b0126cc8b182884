using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Stores addresses of webhooks encrypted that an older version, or an edit of its time that was taken back, keeps in the clear.</summary>
internal sealed class OpenAddresses(DesiredStore store, ChannelSecrets secrets, DesiredIds ids)
{
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        while (store.Current is var state && state.Channels.FirstOrDefault(channel => channel.HasOpenAddress) is { } open)
        {
            var closed = open with { Address = open.ShownAddress, AddressSecret = ids.NewSecret() };
            try
            {
                await store.SaveAsync(
                    new DesiredEdit.PutChannel(closed), $"Encrypt the address of the channel {open.Name}", Actor.Portal, state.Revision, cancellationToken,
                    alongside: (context, stop) => secrets.KeepAsync(context, closed, null, open.Address, stop));
            }
            catch (DesiredConflictException conflict) when (conflict.IsStale)
            {
                // Somebody changed something meanwhile; the next pass looks again.
                return;
            }
        }
    }
}
