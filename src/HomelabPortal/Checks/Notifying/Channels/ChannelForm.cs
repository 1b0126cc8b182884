using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>What a person has typed so far of a channel.</summary>
public sealed class ChannelForm
{
    public string Name { get; set; } = "";

    public ChannelKind Kind { get; set; } = ChannelKind.Ntfy;

    /// <summary>Of a webhook a new one; empty keeps the one that is stored.</summary>
    public string Address { get; set; } = "";

    public string Topic { get; set; } = "";

    /// <summary>A new secret; empty keeps the one that is stored.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Forgets the one that is stored.</summary>
    public bool HasNoSecret { get; set; }

    public string MailHost { get; set; } = "";

    public int? MailPort { get; set; } = 587;

    public MailSecurity MailSecurity { get; set; } = MailSecurity.StartTls;

    public string MailUser { get; set; } = "";

    public string MailFrom { get; set; } = "";

    public string MailTo { get; set; } = "";

    /// <summary>With commas; empty for all.</summary>
    public string Groups { get; set; } = "";

    public CheckSeverity Least { get; set; } = CheckSeverity.Warning;

    public bool HasDerived { get; set; } = true;

    public bool IsQuiet { get; set; }

    public TimeOnly QuietFrom { get; set; } = new(22, 0);

    public TimeOnly QuietTo { get; set; } = new(7, 0);

    public string TimeZone { get; set; } = "";

    public bool WakesForCritical { get; set; } = true;

    public bool IsOff { get; set; }

    public static ChannelForm Of(DesiredChannel channel) => new()
    {
        Name = channel.Name, Kind = channel.Kind, Address = channel.Kind == ChannelKind.Webhook ? "" : channel.Address, Topic = channel.Topic,
        MailHost = channel.Mail?.Host ?? "", MailPort = channel.Mail?.Port ?? 587, MailSecurity = channel.Mail?.Security ?? MailSecurity.StartTls, MailUser = channel.Mail?.User ?? "",
        MailFrom = channel.Mail?.From ?? "", MailTo = channel.Mail?.To ?? "", Groups = string.Join(", ", channel.Groups), Least = channel.Least, HasDerived = channel.HasDerived,
        IsQuiet = channel.Quiet is not null, QuietFrom = channel.Quiet?.From ?? new TimeOnly(22, 0), QuietTo = channel.Quiet?.To ?? new TimeOnly(7, 0), TimeZone = channel.Quiet?.TimeZone ?? "",
        WakesForCritical = channel.WakesForCritical, IsOff = channel.IsOff,
    };
}
