using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Asking;

/// <summary>Looks at a server's certificate. By whom it is signed is told, but only its end and its names are judged: many houses have an authority of their own.</summary>
internal sealed class TlsAsker(CheckNetwork network, TimeProvider time)
{
    [SuppressMessage("Security", "CA5359", Justification = "What is wrong with the certificate is the answer, and nothing is sent.")]
    public async Task<CheckAnswer> AskAsync(TlsQuestion question, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var (name, errors, end) = (question.ServerName ?? question.Host, SslPolicyErrors.None, (DateTimeOffset?)null);
        await using var plain = await network.ConnectAsync(question.Host, question.Port, cancellationToken);
        await using var secure = new SslStream(plain, leaveInnerStreamOpen: true);
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = name,
                    RemoteCertificateValidationCallback = (_, certificate, _, found) =>
                    {
                        using var own = certificate is null ? null : new X509Certificate2(certificate);
                        (errors, end) = (found, own?.NotAfter);
                        return true;
                    },
                },
                cancellationToken);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            return CheckAnswer.Down("It takes connections, but the TLS handshake failed.");
        }

        return Judge(question, name, errors, end, time.GetUtcNow(), time.GetElapsedTime(began));
    }

    /// <summary>Pure.</summary>
    internal static CheckAnswer Judge(TlsQuestion question, string name, SslPolicyErrors errors, DateTimeOffset? end, DateTimeOffset now, TimeSpan took)
    {
        if (end is not { } until)
            return CheckAnswer.Down("It shows no certificate.", took);
        var day = until.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        if (until <= now)
            return CheckAnswer.Down($"Its certificate expired on {day}.", took);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return CheckAnswer.Down($"Its certificate is not for {name}.", took);
        var left = (int)(until - now).TotalDays;
        var words = $"The certificate holds for {left} more {(left == 1 ? "day" : "days")}, until {day}.";
        if (left < question.Days)
            return CheckAnswer.Down(words, took);
        return CheckAnswer.Up(errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? $"{words} This machine does not know who signed it." : words, took);
    }
}
