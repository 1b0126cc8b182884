using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Api;

/// <summary>Where somebody wants to be told.</summary>
/// <param name="Address">The server of an ntfy topic, or the address of a webhook, which is a secret: left out or as it is given, without its path, it stays as it is.</param>
/// <param name="Secret">The address of a Discord or Slack webhook, a token of ntfy, the Authorization header of a webhook, or a mail password. Left out it stays as it is; empty it is forgotten.</param>
/// <param name="Groups">Only checks under these headings; empty for all.</param>
/// <param name="Least">Only what matters at least so much, warning when left out.</param>
/// <param name="HasDerived">Also the checks that follow from names of the lab, as it is when left out.</param>
internal sealed record ChannelWish(
    string? Name = null, ChannelKind? Kind = null, string? Address = null, string? Topic = null, MailResource? Mail = null, string? Secret = null, IReadOnlyList<string>? Groups = null,
    CheckSeverity? Least = null, bool? HasDerived = null, QuietResource? Quiet = null, bool? WakesForCritical = null, bool? IsOff = null)
{
    /// <summary>The wish as answers to the form of the page, so that both are judged alike.</summary>
    public ChannelForm ToForm() => new()
    {
        Name = Name ?? "", Kind = Kind ?? ChannelKind.Ntfy, Address = Address ?? "", Topic = Topic ?? "", Secret = Secret ?? "", HasNoSecret = Secret is { Length: 0 },
        MailHost = Mail?.Host ?? "", MailPort = Mail?.Port ?? 587, MailSecurity = Mail?.Security ?? MailSecurity.StartTls, MailUser = Mail?.User ?? "", MailFrom = Mail?.From ?? "", MailTo = Mail?.To ?? "",
        Groups = string.Join(',', Groups ?? []), Least = Least ?? CheckSeverity.Warning, HasDerived = HasDerived ?? true, IsQuiet = Quiet is not null,
        QuietFrom = Quiet?.From ?? default, QuietTo = Quiet?.To ?? default, TimeZone = Quiet?.TimeZone ?? "", WakesForCritical = WakesForCritical ?? false, IsOff = IsOff ?? false,
    };
}
