using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Reading.Pages;
using HomelabPortal.Logins;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>Puts together what the table, the trial and the probe are drawn from.</summary>
internal sealed class HostnameSources(
    Live<DnsState> dns, Live<TunnelState> tunnels, Live<LoginState> logins, Live<IngressState> ingress, Live<ClusterState> cluster, Live<DesiredState> desired, Live<ReconcileStatus> reconcile,
    IOptions<IngressOptions> ingressOptions, IOptions<TunnelOptions> tunnelOptions, TimeProvider time)
{
    private const string NotYet = "It has not been read yet.";

    /// <summary>True when every source has answered once, well or badly.</summary>
    public bool AreRead => !dns.Current.IsLoading && !tunnels.Current.IsLoading && (!IngressFreshness.IsLoading || !ingress.Current.Value.IsConnected);

    public ValueList<SourceGap> Gaps => [.. Faults().Where(gap => gap.Fault.Length > 0)];

    public HostnameFacts Read()
    {
        var faults = Faults().ToDictionary(gap => gap.Name, gap => gap.Fault.Length > 0 ? gap.Fault : null);
        return new HostnameFacts
        {
            Dns = dns.Current.Value, Tunnels = tunnels.Current.Value, Ingress = ingress.Current.Value, Desired = desired.Current.Value, Reconcile = reconcile.Current.Value,
            Access = AccessSights.Of(logins.Current),
            LanAddresses = IngressPlaces.Addresses(cluster.Current.Value, ingressOptions.Value.TraefikService),
            IngressOrigins = IngressPlaces.Origins(tunnelOptions.Value.Origin, ingressOptions.Value.TraefikService),
            DnsFault = faults["DNS"], TunnelFault = faults["Tunnels"], IngressFault = faults["Ingress"], Now = time.GetUtcNow(),
        };
    }

    /// <summary>What a row follows from; equal stamps give equal rows, save for what runs out with time.</summary>
    public object Stamp() => (dns.Current, tunnels.Current, logins.Current, ingress.Current.Value, ingress.Current.Fault, desired.Current, reconcile.Current.Value,
        IngressPlaces.Addresses(cluster.Current.Value, ingressOptions.Value.TraefikService));

    private Freshness IngressFreshness => IngressSummary.Freshness(ingress.Current);

    private IEnumerable<SourceGap> Faults()
    {
        yield return new SourceGap("DNS", dns.Current.AsOf, Fault(Freshness.Of(dns.Current)));
        yield return new SourceGap("Tunnels", tunnels.Current.AsOf, Fault(Freshness.Of(tunnels.Current)));
        yield return ingress.Current.Value is { IsConnected: false, Help: var help }
            ? new SourceGap("Ingress", null, help ?? NotYet)
            : new SourceGap("Ingress", ingress.Current.AsOf, Fault(IngressFreshness));
    }

    private static string Fault(Freshness freshness) => freshness.Fault ?? (freshness.IsLoading ? NotYet : "");
}
