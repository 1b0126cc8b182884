using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Asking;

/// <summary>Asks any question once.</summary>
internal sealed class Asker(HttpAsker http, TcpAsker tcp, TlsAsker tls, DnsAsker dns, PingAsker ping)
{
    /// <exception cref="CheckFault">The question could not be asked; the fault says what that means.</exception>
    public Task<CheckAnswer> AskAsync(CheckQuestion question, CancellationToken cancellationToken) => question switch
    {
        HttpQuestion one => http.AskAsync(one, cancellationToken),
        TcpQuestion one => tcp.AskAsync(one, cancellationToken),
        TlsQuestion one => tls.AskAsync(one, cancellationToken),
        DnsQuestion one => dns.AskAsync(one, cancellationToken),
        PingQuestion one => ping.AskAsync(one, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };
}
