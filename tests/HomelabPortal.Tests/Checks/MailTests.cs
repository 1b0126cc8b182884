using System.Security.Cryptography.X509Certificates;
using System.Text;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Notifying.Mail;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Tests.Docker;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Checks;

/// <summary>Whole conversations with a mail server on loopback.</summary>
public sealed class MailTests : IDisposable
{
    private static readonly Message _message = new("Ünïcode ✕ is down", ["It is down since 09:30 UTC.", ".", "HTTP 503, not 200-299."], "https://portal.cowlab.org/checks/web", true, false);
    private readonly TestCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task Mail_ByStartTls_IsTakenWhole()
    {
        using var server = new SmtpServer(_certificates.Server);

        await SendAsync(server, MailSecurity.StartTls, "ada", "pässword");

        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"], server.Commands.Select(line => line.Split(' ')[0]));
        Assert.Contains($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes("\0ada\0pässword"))}", server.Commands);
        var mail = Assert.Single(server.Messages);
        Assert.DoesNotContain("Ünïcode", mail, StringComparison.Ordinal);
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains("HTTP 503, not 200-299.", body, StringComparison.Ordinal);
        Assert.Contains("https://portal.cowlab.org/checks/web", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ByTls_IsTaken()
    {
        using var server = new SmtpServer(_certificates.Server) { IsTlsFromTheStart = true };

        await SendAsync(server, MailSecurity.Tls, null, null);

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Mail_InTheClear_NeverCarriesAPassword()
    {
        using var server = new SmtpServer(_certificates.Server);

        await Assert.ThrowsAsync<NotifyFault>(() => SendAsync(server, MailSecurity.None, "ada", "password"));

        Assert.DoesNotContain(server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_WithoutStartTls_IsToldNothing()
    {
        using var server = new SmtpServer(_certificates.Server) { HasStartTls = false };

        var fault = await Assert.ThrowsAsync<NotifyFault>(() => SendAsync(server, MailSecurity.StartTls, "ada", "password"));

        Assert.Contains("STARTTLS", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["EHLO"], server.Commands.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Server_WithACertificateThatNobodyTrusts_IsToldNothing()
    {
        using var server = new SmtpServer(_certificates.Server);

        await Assert.ThrowsAsync<NotifyFault>(() => SendAsync(server, MailSecurity.StartTls, "ada", "password", isTrusted: false));

        Assert.DoesNotContain(server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_OfTheServer_IsSaidWithoutThePassword()
    {
        using var server = new SmtpServer(_certificates.Server);
        server.Refusals["AUTH"] = "535 wrong";

        var fault = await Assert.ThrowsAsync<NotifyFault>(() => SendAsync(server, MailSecurity.StartTls, "ada", "hunter2"));

        Assert.Equal("The mail server did not take the login: 535 wrong", fault.Message);
    }

    /// <summary>Else a mail that everybody has got would be sent again for a day.</summary>
    [Fact]
    public async Task Goodbye_ThatIsRefused_LeavesTheMailTaken()
    {
        using var server = new SmtpServer(_certificates.Server);
        server.Refusals["QUIT"] = "421 too busy";

        Assert.Null(await SendAsync(server, MailSecurity.StartTls, null, null));

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Recipient_ThatIsRefused_KeepsItFromNobodyElse()
    {
        using var server = new SmtpServer(_certificates.Server);
        server.Refusals["RCPT TO:<bob@cowlab.org>"] = "550 no such person";

        Assert.Equal("The mail server did not take mail for bob@cowlab.org: 550 no such person", await SendAsync(server, MailSecurity.StartTls, null, null));

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Recipients_AllRefused_AreNotSent()
    {
        using var server = new SmtpServer(_certificates.Server);
        server.Refusals["RCPT"] = "550 no";

        var fault = await Assert.ThrowsAsync<NotifyFault>(() => SendAsync(server, MailSecurity.StartTls, null, null));

        Assert.Contains("ada@cowlab.org: 550 no", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public void Subject_OfAnyLength_IsNoHeaderOfItsOwn()
    {
        var mail = MailText.Of(Server(25, MailSecurity.None, null), _message with { Title = $"{new string('✕', 200)}\r\nBcc: eve@example.org" }, "id", DateTimeOffset.UnixEpoch);

        Assert.DoesNotContain("Bcc", mail, StringComparison.Ordinal);
        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 78, line));
    }

    private static MailServer Server(int port, MailSecurity security, string? user) => new("127.0.0.1", port, security, user, "portal@cowlab.org", "ada@cowlab.org, bob@cowlab.org");

    private Task<string?> SendAsync(SmtpServer server, MailSecurity security, string? user, string? password, bool isTrusted = true)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_certificates.Authority);
        var sender = new MailSender(new CheckNetwork(Options.Create(new CheckOptions { AllowLoopback = true })), new MailTrust(isTrusted ? policy : null), TimeProvider.System);
        return sender.SendAsync(Server(server.Port, security, user), password, _message, CancellationToken.None);
    }
}
