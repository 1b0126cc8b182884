using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>Hands one mail to a server. A password goes over TLS only, to a server whose certificate is valid.</summary>
internal sealed class MailSender(CheckNetwork network, MailTrust trust, TimeProvider time)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _goodbye = TimeSpan.FromSeconds(1);

    /// <returns>Who did not get what the others did, in words; null when all did.</returns>
    /// <exception cref="NotifyFault">It was not taken.</exception>
    public async Task<string?> SendAsync(MailServer server, string? password, Message message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TalkAsync(server, password, message, both.Token);
        }
        catch (CheckFault fault)
        {
            throw new NotifyFault(fault.Answer.Words);
        }
        catch (AuthenticationException)
        {
            throw new NotifyFault($"The certificate of {server.Host} is not valid for that name, so nothing was sent.");
        }
        catch (IOException)
        {
            throw new NotifyFault($"{server.Host} ended the connection.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new NotifyFault($"{server.Host} did not answer within {_limit.TotalSeconds:0} seconds.");
        }
    }

    private async Task<string?> TalkAsync(MailServer server, string? password, Message message, CancellationToken cancellationToken)
    {
        await using var plain = await network.ConnectAsync(server.Host, server.Port, cancellationToken);
        await using var secure = new SslStream(plain, leaveInnerStreamOpen: true);
        var isSecure = server.Security == MailSecurity.Tls;
        if (isSecure)
            await HandshakeAsync(secure, server, cancellationToken);
        var talk = new SmtpConversation(isSecure ? secure : plain);
        await talk.ReadAsync("greet", cancellationToken);
        var offer = await talk.AskAsync($"EHLO {MailText.AddressOf(server.From).Split('@')[^1]}", "take the greeting", cancellationToken);
        if (server.Security == MailSecurity.StartTls)
        {
            if (!offer.Offers("STARTTLS"))
                throw new NotifyFault("The mail server offers no STARTTLS. Choose TLS, or another port.");
            await talk.AskAsync("STARTTLS", "begin TLS", cancellationToken);
            // Whoever stands in the way could have put words before the handshake.
            if (talk.HasUnread)
                throw new NotifyFault("The mail server spoke before TLS began, so nothing was sent.");
            await HandshakeAsync(secure, server, cancellationToken);
            (talk, isSecure) = (new SmtpConversation(secure), true);
            offer = await talk.AskAsync($"EHLO {MailText.AddressOf(server.From).Split('@')[^1]}", "take the greeting", cancellationToken);
        }

        if (server.User is { } user)
            await LogInAsync(talk, offer, isSecure, user, password ?? "", cancellationToken);
        await talk.AskAsync($"MAIL FROM:<{MailText.AddressOf(server.From)}>", "take the sender", cancellationToken);
        var refusals = await NameRecipientsAsync(talk, MailText.Recipients(server), cancellationToken);
        await talk.AskAsync("DATA", "take a message", cancellationToken);
        // Of the text, base64 and our own headers alone, no line begins with a dot.
        await talk.AskAsync(MailText.Of(server, message, $"{Guid.NewGuid():N}", time.GetUtcNow()) + ".", "take the message", cancellationToken);
        await LeaveAsync(talk);
        return refusals.Count > 0 ? string.Join(' ', refusals) : null;
    }

    /// <returns>Refusals in words, when there is somebody left to get it.</returns>
    private static async Task<IReadOnlyList<string>> NameRecipientsAsync(SmtpConversation talk, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        var refusals = new List<string>();
        foreach (var recipient in recipients)
        {
            if (await talk.TryAsync($"RCPT TO:<{recipient}>", cancellationToken) is { IsGood: false } refusal)
                refusals.Add(refusal.Refusal($"take mail for {recipient}"));
        }

        return refusals.Count < recipients.Count ? refusals : throw new NotifyFault(string.Join(' ', refusals));
    }

    /// <summary>The mail is taken: whatever becomes of the goodbye, and of whoever waits for it, it must not be sent again.</summary>
    private async Task LeaveAsync(SmtpConversation talk)
    {
        using var limit = new CancellationTokenSource(_goodbye, time);
        try
        {
            await talk.TryAsync("QUIT", limit.Token);
        }
        catch (Exception fault) when (fault is NotifyFault or IOException or OperationCanceledException)
        {
            // Politeness only.
        }
    }

    private static async Task LogInAsync(SmtpConversation talk, SmtpReply offer, bool isSecure, string user, string password, CancellationToken cancellationToken)
    {
        if (!isSecure)
            throw new NotifyFault("A password is not sent in the clear. Choose STARTTLS or TLS.");
        if (offer.Offers("AUTH", "PLAIN"))
        {
            await talk.AskAsync($"AUTH PLAIN {Encoded($"\0{user}\0{password}")}", "take the login", cancellationToken);
            return;
        }

        if (!offer.Offers("AUTH", "LOGIN"))
            throw new NotifyFault("The mail server offers no login by password.");
        await talk.AskAsync("AUTH LOGIN", "take a login", cancellationToken);
        await talk.AskAsync(Encoded(user), "take the user", cancellationToken);
        await talk.AskAsync(Encoded(password), "take the login", cancellationToken);
    }

    private Task HandshakeAsync(SslStream stream, MailServer server, CancellationToken cancellationToken) => stream.AuthenticateAsClientAsync(
        new SslClientAuthenticationOptions { TargetHost = server.Host, CertificateChainPolicy = trust.Policy }, cancellationToken);

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
