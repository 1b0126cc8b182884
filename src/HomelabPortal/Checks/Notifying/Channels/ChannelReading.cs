using System.Collections.Immutable;
using System.Net;
using System.Net.Mail;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Pure: reads a form, and finds every fault at once.</summary>
internal static class ChannelReading
{
    private const int LongestSecret = 2000;

    /// <param name="before">The channel as it is; null for a new one.</param>
    /// <param name="newSecret">What a new secret would be called.</param>
    /// <param name="allowsLoopback">Whether the portal's own machine may be told.</param>
    public static ReadChannel Read(ChannelForm form, string id, DesiredChannel? before, string newSecret, bool allowsLoopback)
    {
        var faults = new Dictionary<string, string>();
        if (form.Name.Trim() is not { Length: > 0 and <= 60 } name || name.Any(char.IsControl))
            faults[ChannelFields.Name] = "Give it a name of at most 60 characters.";
        var address = NewAddressOf(form, before);
        var channel = new DesiredChannel
        {
            Id = id, Name = form.Name.Trim(), Kind = form.Kind, Address = AddressOf(form, before, address, allowsLoopback, faults), Topic = TopicOf(form, faults), Mail = MailOf(form, allowsLoopback, faults),
            Groups = GroupsOf(form, faults), Least = form.Least, HasDerived = form.HasDerived, Quiet = QuietOf(form, faults), WakesForCritical = form.WakesForCritical, IsOff = form.IsOff,
        };
        var secret = form.Secret.Trim();
        var kept = before?.Secret is not null && !form.HasNoSecret && secret.Length == 0;
        // What was given to one place must not go to another because somebody changed the address; of a webhook's only the host is known here.
        var goesElsewhere = kept && before is not null && (address is not null || !IsSamePlace(channel, before));
        JudgeSecret(form, secret, kept, goesElsewhere, allowsLoopback, faults);
        if (faults.Count > 0)
            return new ReadChannel(null, null, null, faults);
        var named = channel with
        {
            Secret = secret.Length > 0 ? newSecret : kept ? before?.Secret : null,
            AddressSecret = form.Kind != ChannelKind.Webhook ? null : address is not null ? $"{newSecret}-address" : before?.AddressSecret,
        };
        return new ReadChannel(named, secret.Length > 0 ? secret : null, address, faults);
    }

    private static void JudgeSecret(ChannelForm form, string secret, bool kept, bool goesElsewhere, bool allowsLoopback, Dictionary<string, string> faults)
    {
        if (secret.Length > LongestSecret || secret.Any(char.IsControl))
            faults[ChannelFields.Credential] = $"It has at most {LongestSecret} characters, and no line breaks.";
        else if (form.Kind is ChannelKind.Discord or ChannelKind.Slack && secret.Length > 0 && FaultOfUrl(secret, allowsLoopback) is { } fault)
            faults[ChannelFields.Credential] = fault;
        else if (form.Kind is ChannelKind.Discord or ChannelKind.Slack && secret.Length == 0 && !kept)
            faults[ChannelFields.Credential] = "Enter the address of the webhook.";
        else if (form.Kind == ChannelKind.Email && form.MailUser.Trim().Length > 0 && secret.Length == 0 && !kept)
            faults[ChannelFields.Credential] = "Enter the password of the user.";
        else if (goesElsewhere)
            faults[ChannelFields.Credential] = "It would go to another place than before. Enter it again, or forget it.";
    }

    private static bool IsSamePlace(DesiredChannel one, DesiredChannel other) =>
        one.Kind == other.Kind && one.Address == other.Address
        && (one.Mail?.Host, one.Mail?.Port, one.Mail?.Security, one.Mail?.User) == (other.Mail?.Host, other.Mail?.Port, other.Mail?.Security, other.Mail?.User);

    /// <summary>The whole address that a webhook is given; null for one that keeps its own, of which people were shown no more than scheme and host.</summary>
    private static string? NewAddressOf(ChannelForm form, DesiredChannel? before)
    {
        var given = form.Address.Trim();
        var isKept = before is { Kind: ChannelKind.Webhook } && (given.Length == 0 || given == before.ShownAddress || given == before.Address);
        return form.Kind == ChannelKind.Webhook && !isKept ? given : null;
    }

    private static string AddressOf(ChannelForm form, DesiredChannel? before, string? address, bool allowsLoopback, Dictionary<string, string> faults)
    {
        if (form.Kind is not (ChannelKind.Ntfy or ChannelKind.Webhook))
            return "";
        if (form.Kind == ChannelKind.Webhook && address is null)
            return before?.Address ?? "";
        if (FaultOfUrl(form.Address.Trim(), allowsLoopback) is { } fault)
            faults[ChannelFields.Address] = fault;
        return address is null ? form.Address.Trim() : WebOrigin.Of(address);
    }

    private static string? FaultOfUrl(string text, bool allowsLoopback)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return "Give an address that begins with https:// or http://.";
        if (url.UserInfo.Length > 0)
            return "Leave the password out of the address.";
        return WhyNot(url.Host, allowsLoopback);
    }

    private static string? WhyNot(string host, bool allowsLoopback) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? CheckAddresses.WhyNot(address, allowsLoopback)
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? CheckAddresses.WhyNot(IPAddress.Loopback, allowsLoopback) : null;

    private static string TopicOf(ChannelForm form, Dictionary<string, string> faults)
    {
        if (form.Kind != ChannelKind.Ntfy)
            return "";
        if (form.Topic.Trim() is not { Length: > 0 and <= 64 } topic || !topic.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            faults[ChannelFields.Topic] = "A topic has 1 to 64 letters, digits, - and _.";
        return form.Topic.Trim();
    }

    private static MailServer? MailOf(ChannelForm form, bool allowsLoopback, Dictionary<string, string> faults)
    {
        if (form.Kind != ChannelKind.Email)
            return null;
        var (host, user) = (form.MailHost.Trim(), form.MailUser.Trim());
        if (host.Length > 253 || Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic)
            faults[ChannelFields.MailHost] = "Give the mail server's name, such as smtp.example.org.";
        else if (WhyNot(host, allowsLoopback) is { } why)
            faults[ChannelFields.MailHost] = why;
        if (form.MailPort is not (>= 1 and <= 65535))
            faults[ChannelFields.MailPort] = "Give a number from 1 to 65535.";
        if (form.MailSecurity == MailSecurity.None && user.Length > 0)
            faults[ChannelFields.MailSecurity] = "A password is not sent in the clear. Choose STARTTLS or TLS, or leave the user empty.";
        if (!IsAddress(form.MailFrom))
            faults[ChannelFields.MailFrom] = "Give the address that mail comes from.";
        if (form.MailTo.Split(',', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 and <= 20 } to || !to.All(IsAddress))
            faults[ChannelFields.MailTo] = "Give one address, or up to 20 with commas.";
        return new MailServer(host, form.MailPort ?? 0, form.MailSecurity, user.Length > 0 ? user : null, form.MailFrom.Trim(), form.MailTo.Trim());
    }

    /// <summary>Nothing but printable ASCII goes into a command of SMTP.</summary>
    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim() && text.Trim().All(letter => letter is > ' ' and <= '~' and not ('<' or '>' or '"' or '\\'));

    private static ImmutableArray<string> GroupsOf(ChannelForm form, Dictionary<string, string> faults)
    {
        var groups = form.Groups.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (groups.Length > 50 || groups.Any(group => group.Length > 40))
            faults[ChannelFields.Groups] = "Give at most 50 groups of at most 40 characters, with commas.";
        return groups;
    }

    private static QuietHours? QuietOf(ChannelForm form, Dictionary<string, string> faults)
    {
        if (!form.IsQuiet)
            return null;
        var zone = form.TimeZone.Trim() is { Length: > 0 } given ? given : "UTC";
        if (QuietTimes.Find(zone) is null)
            faults[ChannelFields.Quiet] = $"“{zone}” is not a time zone known here. Give one such as Europe/Berlin, or UTC.";
        else if (form.QuietFrom == form.QuietTo)
            faults[ChannelFields.Quiet] = "Quiet hours that end when they begin are none.";
        return new QuietHours(form.QuietFrom, form.QuietTo, zone);
    }
}
