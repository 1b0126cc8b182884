using HomelabPortal.Access;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Mail;
using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>Tells one channel something, now.</summary>
internal sealed class Notifier(ChannelSecrets secrets, PostSender posts, MailSender mails, PortalAddress portal)
{
    /// <returns>Who did not get what the others did, in words; null when all did.</returns>
    /// <exception cref="NotifyFault">It was not taken.</exception>
    public async Task<string?> SendAsync(DesiredChannel channel, IReadOnlyList<Told> told, CancellationToken cancellationToken)
    {
        var secret = await secrets.RevealAsync(channel.Secret, cancellationToken);
        var address = await secrets.RevealAsync(channel.AddressSecret, cancellationToken) ?? channel.Address;
        var message = Messages.Of(told, QuietTimes.ZoneOf(channel.Quiet), portal.Configured);
        if (channel is { Kind: ChannelKind.Email, Mail: { } server })
            return await mails.SendAsync(server, secret, message, cancellationToken);
        await posts.SendAsync(Posts.Of(channel with { Address = address }, secret, message), cancellationToken);
        return null;
    }
}
