using HomelabPortal.Api;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Api;

/// <summary>Where somebody is told. Its secrets are never given.</summary>
/// <param name="Address">The server of an ntfy topic, or of a webhook only scheme and host: the rest is a secret.</param>
/// <param name="LastFault">Why the last message was not taken, or who of several did not get it; null when all did.</param>
/// <param name="Waiting">Messages that wait for it.</param>
internal sealed record ChannelResource(
    string Id, string Name, ChannelKind Kind, string Address, string Topic, MailResource? Mail, bool HasSecret, IReadOnlyList<string> Groups, CheckSeverity Least, bool HasDerived, QuietResource? Quiet,
    bool WakesForCritical, bool IsOff, DateTimeOffset? LastTriedAt, string? LastFault, int Waiting)
{
    public static ChannelResource Of(DesiredChannel channel, OutboxState outbox)
    {
        var last = outbox.LastOf(channel.Id);
        return new ChannelResource(
            channel.Id, channel.Name, channel.Kind, channel.ShownAddress, channel.Topic,
            channel.Mail is { } mail ? new MailResource(mail.Host, mail.Port, mail.Security, mail.User, mail.From, mail.To) : null,
            channel.Secret is not null, channel.Groups, channel.Least, channel.HasDerived,
            channel.Quiet is { } quiet ? new QuietResource(quiet.From, quiet.To, quiet.TimeZone) : null, channel.WakesForCritical, channel.IsOff, last?.TriedAt, last?.Fault, outbox.Waiting(channel.Id));
    }

    public static string TagOf(DesiredChannel channel) => EntityTags.Of(DesiredJson.Write(channel));

    public ApiAnswer ToAnswer(DesiredChannel channel) => ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(channel), $"{LastTriedAt:O} {LastFault} {Waiting}"));
}
