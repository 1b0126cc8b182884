using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace HomelabPortal.Trace.Probing;

/// <summary>Tries one place within the budget of each part: connection, handshake, answer. It sends one GET at most and follows nothing.</summary>
internal sealed class PlaceProbe(IProbeNetwork network, TimeProvider time)
{
    private const int MostBytes = 4096;

    public async Task<ProbeSight> TryAsync(string host, ProbeTarget target, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        ProbeSight Sight(ProbeOutcome outcome, string sentence) => new(target.Hop, target.Vantage, $"{target}", outcome, sentence, time.GetElapsedTime(began));
        var part = "take the connection";
        try
        {
            await using var plain = await WithinAsync(ProbeBudget.Connect, stop => network.ConnectAsync(new IPEndPoint(target.Address, target.Port), stop), cancellationToken);
            if (target.Manner == ProbeManner.Connect)
                return Sight(ProbeOutcome.Reached, "It takes connections.");
            string? fault = null;
            Stream stream = plain;
            if (target.Manner == ProbeManner.Https)
            {
                part = "finish the TLS handshake";
                var secure = new SslStream(plain, leaveInnerStreamOpen: true);
                stream = secure;
                fault = await WithinAsync(ProbeBudget.Handshake, stop => HandshakeAsync(secure, host, stop), cancellationToken);
            }

            part = "answer";
            await using (stream)
            {
                var text = await WithinAsync(ProbeBudget.Answer, stop => AskAsync(stream, host, target.Path, stop), cancellationToken);
                var (outcome, sentence) = ProbeReplies.Of(target.Hop, new ProbeReply(ProbeReplies.StatusOf(text), text, fault));
                return Sight(outcome, sentence);
            }
        }
        catch (TimeoutException)
        {
            return Sight(ProbeOutcome.Unreachable, $"It did not {part} in time.");
        }
        catch (SocketException fault)
        {
            return Sight(ProbeOutcome.Unreachable, Words(fault.SocketErrorCode));
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
            return Sight(part == "take the connection" ? ProbeOutcome.Unreachable : ProbeOutcome.Reached, $"It takes connections, but did not {part}.");
        }
    }

    /// <returns>What is wrong with the certificate. Whether the portal's pod knows its authority says nothing about visitors.</returns>
    [SuppressMessage("Security", "CA5359", Justification = "What is wrong with the certificate is told, and no credential is sent.")]
    private async Task<string?> HandshakeAsync(SslStream stream, string host, CancellationToken cancellationToken)
    {
        string? fault = null;
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    using var own = certificate is null ? null : new System.Security.Cryptography.X509Certificates.X509Certificate2(certificate);
                    fault = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"its certificate is not for {host}."
                        : own is not null && own.NotAfter.ToUniversalTime() < time.GetUtcNow().UtcDateTime ? "its certificate has expired." : null;
                    return true;
                },
            },
            cancellationToken);
        return fault;
    }

    private static async Task<string> AskAsync(Stream stream, string host, string path, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: HomelabPortal/1.0\r\nAccept: */*\r\nConnection: close\r\n\r\n"), cancellationToken);
        var (buffer, read) = (new byte[MostBytes], 0);
        // The first piece has the status; a body that is as short as Traefik's 404 comes with it or ends the connection.
        while (read < MostBytes)
        {
            var more = await stream.ReadAsync(buffer.AsMemory(read), cancellationToken);
            read += more;
            if (more == 0 || Encoding.ASCII.GetString(buffer, 0, read).Contains("\r\n\r\n", StringComparison.Ordinal))
                break;
        }

        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private async Task<T> WithinAsync<T>(TimeSpan budget, Func<CancellationToken, Task<T>> part, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await part(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static string Words(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "It refuses connections: the machine is there, but nothing listens.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "There is no way to it from here.",
        _ => $"It cannot be connected to ({error}).",
    };
}
