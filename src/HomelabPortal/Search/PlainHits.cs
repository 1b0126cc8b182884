using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Search;

/// <summary>Pure: things that are looked for by name, after those that people open every day. What has no page of its own is found in the list that shows it.</summary>
internal static class PlainHits
{
    public static IEnumerable<SearchHit> OfCluster(ClusterState lab) =>
        lab.Namespaces.All.Select(item => Object("Namespace", item.Metadata))
            .Concat(lab.Certificates.All.Select(item => Object("Certificate", item.Metadata)))
            .Concat(lab.Claims.All.Select(item => Object("PersistentVolumeClaim", item.Metadata, "Claim")))
            .Concat(lab.Applications.All.Select(item => Object("Application", item.Metadata)))
            .Concat(lab.Middlewares.All.Select(item => Yaml(ResourceTypes.Middlewares, item.Metadata)))
            .Concat(lab.TcpMiddlewares.All.Select(item => Yaml(ResourceTypes.MiddlewareTcps, item.Metadata)))
            .Concat(lab.Gateways.All.Select(item => Yaml(ResourceTypes.Gateways, item.Metadata)))
            .Concat(lab.PersistentVolumes.All.Select(item => Volume("PersistentVolume", item.Metadata)))
            .Concat(lab.Volumes.All.Select(item => item.Status.KubernetesStatus is { PvcName.Length: > 0 } claim
                ? new SearchHit("Longhorn volume", item.Metadata.Name, claim.PvcName, ObjectHref.Of("PersistentVolumeClaim", claim.Namespace, claim.PvcName) ?? "/cluster/storage", HealthState.Off)
                : Volume("Longhorn volume", item.Metadata)));

    /// <summary>Runs of cron jobs; jobs of their own are found among the workloads.</summary>
    public static IEnumerable<SearchHit> OfRuns(ClusterState lab) =>
        lab.WorkloadRows.Where(row => row.IsRun && row.Href is not null).Select(row => new SearchHit(row.Kind.Name, row.Name, row.Namespace, row.Href!, row.State));

    public static IEnumerable<SearchHit> OfLogins(DesiredState desired) =>
        desired.LoginPolicies.Select(policy => new SearchHit("Login policy", policy.Name, "", $"/logins/{policy.Id}", HealthState.Off));

    public static IEnumerable<SearchHit> OfTunnels(LiveValue<TunnelState> live) =>
        live.Value.Tunnels.Select(tunnel => new SearchHit("Tunnel", tunnel.Name, "", $"/tunnels/{tunnel.Id}", (live.Fault, tunnel.Status) switch
        {
            (not null, _) => HealthState.Unknown,
            (_, "healthy") => HealthState.Healthy,
            (_, "degraded") => HealthState.Degraded,
            (_, "down") => HealthState.Broken,
            (_, "inactive") => HealthState.Off,
            _ => HealthState.Unknown,
        }));

    /// <summary>Zones, and the records that no row of the hostnames stands for: those that say something else than where a name leads.</summary>
    public static IEnumerable<SearchHit> OfDns(DnsState dns, HostnameState hostnames) =>
        dns.Zones.Select(zone => new SearchHit("DNS zone", zone.Name, "", $"/dns?zone={Uri.EscapeDataString(zone.Name)}", HealthState.Off)).Concat(
            from zone in dns.Zones
            from record in zone.Records
            where record.Value.Type is not ("A" or "AAAA" or "CNAME") || hostnames.Find(record.Name) is null
            select new SearchHit("DNS record", record.Name, record.Value.Type, $"/dns/{zone.Name}/{record.Id}", HealthState.Off));

    public static IEnumerable<SearchHit> OfCards(GpuState gpus) =>
        from host in gpus.Hosts
        from card in host.Cards
        select new SearchHit("GPU card", card.Name, host.Host, CardWords.Href(host.Host, card.Uuid), host.Fault is null ? HealthState.Healthy : HealthState.Unknown);

    private static SearchHit Object(string kind, ObjectMeta item, string? word = null) =>
        new(word ?? kind, item.Name, item.Namespace, ObjectHref.Of(kind, item.Namespace, item.Name) ?? "/", HealthState.Off);

    private static SearchHit Yaml(ResourceType type, ObjectMeta item) => new(type.Kind, item.Name, item.Namespace, ObjectHref.Yaml(type, item.Namespace, item.Name), HealthState.Off);

    private static SearchHit Volume(string kind, ObjectMeta item) => new(kind, item.Name, "", $"/cluster/storage?tab=volumes&q={Uri.EscapeDataString(item.Name)}", HealthState.Off);
}
