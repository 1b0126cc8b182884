using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Api;

/// <summary>The server that takes mail, and from whom to whom it goes.</summary>
/// <param name="Port">587 when left out.</param>
/// <param name="Security">startTls when left out.</param>
/// <param name="User">Null when the server wants no login; the password is the channel's secret.</param>
/// <param name="To">One or more addresses with commas.</param>
internal sealed record MailResource(string? Host = null, int? Port = null, MailSecurity? Security = null, string? User = null, string? From = null, string? To = null);
