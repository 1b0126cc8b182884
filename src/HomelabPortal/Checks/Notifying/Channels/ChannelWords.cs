using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Pure: channels in words.</summary>
internal static class ChannelWords
{
    public static string Word(this ChannelKind kind) => kind switch { ChannelKind.Ntfy => "ntfy", ChannelKind.Email => "E-mail", _ => kind.ToString() };

    /// <summary>Where it goes, without what is secret.</summary>
    public static string Place(this DesiredChannel channel) => channel switch
    {
        { Kind: ChannelKind.Ntfy } => $"{HostOf(channel.Address)}/{channel.Topic}",
        { Kind: ChannelKind.Webhook } => HostOf(channel.Address),
        { Kind: ChannelKind.Email, Mail: { } mail } => mail.To,
        _ => "a webhook, kept secret",
    };

    /// <summary>What it is told about.</summary>
    public static string Scope(this DesiredChannel channel)
    {
        var groups = channel.Groups.IsEmpty ? "All checks" : string.Join(", ", channel.Groups);
        var least = channel.Least == Desired.Checks.CheckSeverity.Critical ? ", critical only" : "";
        return $"{groups}{least}{(channel.HasDerived ? "" : ", without derived ones")}";
    }

    public static string Quiet(this DesiredChannel channel) => channel.Quiet is not { } quiet ? "" :
        $"{quiet.From:HH\\:mm}–{quiet.To:HH\\:mm} {quiet.TimeZone.Replace('_', ' ')}{(channel.WakesForCritical ? ", but for critical ones" : "")}";

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Authority : address;
}
