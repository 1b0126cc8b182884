using HomelabPortal.Apps.Checks;
using HomelabPortal.Apps.Discovery;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Reading.Pages;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Apps.Watching;

/// <summary>Puts together what apps are discovered on.</summary>
internal sealed class AppSources(
    Live<ClusterState> cluster, Live<IngressState> ingress, Live<DockerState> docker, Live<HostnameState> hostnames, Live<ChecksState> checks, IOptions<AppOptions> options, IConfiguration configuration)
{
    /// <summary>True when the routes have been read once, well or badly, or no cluster is connected.</summary>
    public bool AreRead => !ingress.Current.Value.IsConnected || !RouteFreshness.IsLoading;

    /// <summary>What the tiles follow from: equal stamps give equal tiles.</summary>
    public object Stamp() => (ingress.Current.Value, ingress.Current.Fault, docker.Current.Value, hostnames.Current.Value,
        checks.Current.Value, cluster.Current.Value.PodRows, cluster.Current.Value.IngressRoutes.Items, cluster.Current.Value.Ingresses.Items, cluster.Current.Value.HttpRoutes.Items);

    public AppState Read()
    {
        var (settings, lab) = (options.Value, cluster.Current.Value);
        var scene = new AppScene(settings.Instance, settings.OnlyAnnotated, settings.Hide.ToHashSet(StringComparer.OrdinalIgnoreCase), hostnames.Current.Value, RouteFreshness.Fault)
        {
            Cluster = lab, Variable = name => configuration[name],
        };
        var candidates = ingress.Current.Value.Routes.Select(route => RouteApps.Of(route, MarksOf(route, lab), scene))
            .Concat(docker.Current.Value.Hosts.SelectMany(host => host.Containers.Select(container => ContainerApps.Of(host, container, scene)).OfType<Candidate>()))
            .Concat(LinkApps.Of(settings.Links, scene));
        var (groups, hidden) = AppDiscovery.Of(candidates.Select(Measured), [.. settings.Groups]);
        return new AppState(groups, hidden, [.. Gaps()]);
    }

    private Candidate Measured(Candidate candidate) => candidate.App is { } app ? candidate with { App = MeasuredChecks.On(app, checks.Current.Value) } : candidate;

    private Freshness RouteFreshness => IngressSummary.Freshness(ingress.Current);

    private static AppMarks MarksOf(IngressRouteView route, ClusterState cluster) => route.Kind switch
    {
        "IngressRoute" => cluster.IngressRoutes.Find(route.Namespace, route.Name)?.Metadata.Annotations,
        "Ingress" => cluster.Ingresses.Find(route.Namespace, route.Name)?.Metadata.Annotations,
        "HTTPRoute" => cluster.HttpRoutes.Find(route.Namespace, route.Name)?.Metadata.Annotations,
        _ => null,
    } is { } annotations ? AppMarks.OfAnnotations(annotations) : AppMarks.None;

    private IEnumerable<SourceGap> Gaps()
    {
        if (RouteFreshness is { Fault: { } fault, AsOf: var asOf })
        {
            yield return new SourceGap("Routes", asOf, fault);
        }
        else
        {
            // Single kinds of routes; when nothing of the cluster can be read, that is said once.
            foreach (var gap in ingress.Current.Value.Gaps)
                yield return new SourceGap("Routes", null, gap);
        }

        foreach (var host in docker.Current.Value.Hosts.Where(host => host.Fault is not null))
            yield return new SourceGap(host.Name, host.AsOf, host.Fault!);
    }
}
