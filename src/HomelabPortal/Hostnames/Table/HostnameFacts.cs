using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Hostnames.Table;

/// <summary>Everything the table is drawn from, at one moment. A source with a fault keeps its last state, but nothing is concluded from it.</summary>
internal sealed record HostnameFacts
{
    public DnsState Dns { get; init; } = DnsState.Empty;

    public TunnelState Tunnels { get; init; } = TunnelState.Empty;

    public IngressState Ingress { get; init; } = IngressState.Connecting;

    public DesiredState Desired { get; init; } = new();

    public ReconcileStatus Reconcile { get; init; } = ReconcileStatus.NotStarted;

    public AccessSight Access { get; init; } = AccessSight.Unseen;

    /// <summary>Where the house reaches the ingress; empty while that is unknown.</summary>
    public ValueList<string> LanAddresses { get; init; } = [];

    /// <summary>Hosts under which a connector reaches the ingress.</summary>
    public ValueList<string> IngressOrigins { get; init; } = [];

    /// <summary>Why DNS cannot be relied on now; null while it can.</summary>
    public string? DnsFault { get; init; }

    public string? TunnelFault { get; init; }

    public string? IngressFault { get; init; }

    public DateTimeOffset Now { get; init; }
}
