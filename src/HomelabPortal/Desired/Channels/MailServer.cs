namespace HomelabPortal.Desired.Channels;

/// <summary>The server that takes mail, and from whom to whom it goes.</summary>
/// <param name="User">Null when the server wants no login; the password is a secret of the channel.</param>
/// <param name="To">One or more addresses with commas.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? User, string From, string To);
