using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks;

/// <summary>The words for the kinds of checks.</summary>
public static class CheckKinds
{
    public static CheckKind Of(CheckQuestion question) => question switch
    {
        HttpQuestion => CheckKind.Http,
        TcpQuestion => CheckKind.Tcp,
        TlsQuestion => CheckKind.Tls,
        DnsQuestion => CheckKind.Dns,
        _ => CheckKind.Ping,
    };

    public static string Word(this CheckKind kind) => kind switch
    {
        CheckKind.Http => "HTTP",
        CheckKind.Tcp => "TCP",
        CheckKind.Tls => "TLS expiry",
        CheckKind.Dns => "DNS",
        CheckKind.Ping => "Ping",
        CheckKind.Edge => "Edge",
        CheckKind.Lan => "LAN",
        _ => "Workload",
    };

    /// <summary>From where it is asked.</summary>
    public static string Vantage(this CheckKind kind) => kind switch
    {
        CheckKind.Edge => "through Cloudflare's edge",
        CheckKind.Lan => "straight at the ingress",
        CheckKind.Workload => "by the lab's own state",
        _ => "from the portal",
    };
}
