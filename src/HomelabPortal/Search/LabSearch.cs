using System.Collections.Immutable;
using HomelabPortal.Apps;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Search;

/// <summary>Finds things of the whole lab by a few letters, in what is published; nothing outside is asked.</summary>
internal sealed class LabSearch(
    Live<ClusterState> cluster, Live<IngressState> ingress, Live<HostnameState> hostnames, Live<DockerState> docker, Live<AppState> apps, Live<DesiredState> desired, Live<ChecksState> checks,
    Live<TunnelState> tunnels, Live<DnsState> dns, Live<GpuState> gpus)
{
    public const int Longest = 100;

    /// <summary>The best hits first; of equally good ones what people look for more often, and what is in trouble.</summary>
    /// <param name="withActs">Also what can be done to the things, after the things themselves.</param>
    public ImmutableArray<SearchHit> Find(string text, int most, bool withActs = false)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0)
            return [];
        return
        [
            .. All().Concat(withActs ? LabActs.Of(cluster.Current.Value, hostnames.Current.Value.Rows, desired.Current.Value, docker.Current.Value) : []).Select((hit, order) => (Hit: hit, Rank: SearchRank.Of(hit, wanted), order)).Where(one => one.Rank is not null)
                .OrderBy(one => one.Rank).ThenBy(one => one.order).ThenBy(one => one.Hit.Name, NaturalOrder.Instance)
                .Select(one => one.Hit).Take(most),
        ];
    }

    /// <summary>In the order of how often they are looked for.</summary>
    private IEnumerable<SearchHit> All()
    {
        var lab = cluster.Current.Value;
        return Named(apps.Current.Value.All.Select(app => new SearchHit("App", app.Name, app.Host, app.Href, app.State)))
            .Concat(Named(desired.Current.Value.Exposures.Select(exposure => new SearchHit("Exposure", exposure.Hostname.Value, "", $"/exposures/{exposure.Id}", HealthState.Off))))
            .Concat(Named(hostnames.Current.Value.Rows.Select(row => new SearchHit("Hostname", row.Name, "", row.Href, row.State))))
            .Concat(Named(lab.WorkloadRows.Where(row => !row.IsRun && row.Href is not null).Select(row => new SearchHit(row.Kind.Name, row.Name, row.Namespace, row.Href!, row.State))))
            .Concat(Named(lab.NodeRows.Select(row => new SearchHit("Node", row.Name, row.Address, row.Href, row.State))))
            .Concat(Named(lab.ServiceRows.Select(row => new SearchHit("Service", row.Name, row.Namespace, row.Href, row.State))))
            .Concat(Named(ingress.Current.Value.Routes.Select(route => new SearchHit(route.Kind, route.Name, route.Namespace, route.Href, route.Health.State))))
            .Concat(Named(desired.Current.Value.Containers.Select(container => new SearchHit("Container", container.Name, container.Host, $"/gpu/containers/{container.Id}", HealthState.Off))))
            .Concat(Named(docker.Current.Value.Hosts.SelectMany(host => host.Containers.Where(container => !IsWanted(host, container)).Select(container =>
                new SearchHit("Container", container.Name, host.Name, $"/gpu/hosts/{Uri.EscapeDataString(host.Name)}/containers/{Uri.EscapeDataString(container.Name)}", host.Fault is null ? ContainerHealths.Of(container) : HealthState.Unknown)))))
            .Concat(Named(docker.Current.Value.Hosts.Select(host => new SearchHit("Machine", host.Name, "", "/gpu", host.Fault is null ? HealthState.Healthy : HealthState.Unknown))))
            .Concat(Named(checks.Current.Value.List.Select(check => new SearchHit("Check", check.Name, check.Kind.Word(), check.Href, check.State))))
            .Concat(Named(PlainHits.OfTunnels(tunnels.Current)))
            .Concat(PlainHits.OfLogins(desired.Current.Value))
            .Concat(Named(PlainHits.OfCards(gpus.Current.Value)))
            .Concat(PlainHits.OfCluster(lab))
            .Concat(PlainHits.OfDns(dns.Current.Value, hostnames.Current.Value))
            .Concat(Named(PlainHits.OfRuns(lab)))
            .Concat(Named(lab.PodRows.Select(row => new SearchHit("Pod", row.Name, row.Namespace, row.Href, row.State))));
    }

    private bool IsWanted(DockerHostState host, DockerContainer container) =>
        desired.Current.Value.Containers.Any(wanted => wanted.Host == host.Name && wanted.Name == container.Name);

    /// <summary>Of one kind, those in trouble first.</summary>
    private static IEnumerable<SearchHit> Named(IEnumerable<SearchHit> hits) => hits.OrderByDescending(hit => hit.State);
}
