using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Search;

/// <summary>What can be done to the things of the lab, as the pages that ask before they do it; who may not is told why there.</summary>
internal static class LabActs
{
    public const string Kind = "Act";

    /// <summary>In the order of how often they are wanted.</summary>
    public static IEnumerable<SearchHit> Of(ClusterState lab, IEnumerable<HostnameRow> hostnames, DesiredState desired, DockerState docker) =>
        hostnames.Where(row => !row.IsWildcard).Select(row => Act($"Trace {row.Name}", "", Places.TraceOf(row.Name)))
            .Concat(Workloads(lab))
            .Concat(desired.Exposures.SelectMany(Exposures))
            .Concat(lab.ServiceRows.Select(row => Act($"Expose {row.Name}", row.Namespace, $"{Places.ExposeHref}?service={Uri.EscapeDataString($"{row.Namespace}/{row.Name}")}")))
            .Concat(desired.Containers.Select(container => Act($"Edit container {container.Name}", container.Host, $"/gpu/containers/{container.Id}/edit")))
            .Concat(desired.Containers.SelectMany(Kept))
            .Concat(docker.Hosts.Where(host => host.Fault is null).SelectMany(host => host.Containers.SelectMany(container => Seen(host.Name, container, desired))))
            .Concat(lab.NodeRows.SelectMany(row => Nodes(row, lab)))
            .Concat(lab.PodRows.SelectMany(Pods));

    private static IEnumerable<SearchHit> Kept(DesiredContainer container)
    {
        var page = $"/gpu/containers/{container.Id}";
        return container.IsStopped
            ? [Act($"Start {container.Name}", container.Host, $"{page}?ask=start")]
            : [Act($"Restart {container.Name}", container.Host, $"{page}?ask=restart"), Act($"Stop {container.Name}", container.Host, $"{page}?ask=stop")];
    }

    /// <summary>What the portal keeps is started and stopped on its own page; its logs are where everybody's are.</summary>
    private static IEnumerable<SearchHit> Seen(string host, DockerContainer container, DesiredState desired)
    {
        var page = $"/gpu/hosts/{Uri.EscapeDataString(host)}/containers/{Uri.EscapeDataString(container.Name)}";
        var isRunning = container.State is "running" or "restarting" or "paused";
        if (!desired.Containers.Any(wanted => wanted.Host == host && wanted.Name == container.Name))
        {
            yield return isRunning ? Act($"Restart {container.Name}", host, $"{page}?ask=restart") : Act($"Start {container.Name}", host, $"{page}?ask=start");
            if (isRunning)
                yield return Act($"Stop {container.Name}", host, $"{page}?ask=stop");
        }

        yield return Act($"Logs of {container.Name}", host, $"{page}?tab=logs");
        if (isRunning)
            yield return Act($"Shell in {container.Name}", host, $"{page}?tab=shell");
    }

    private static IEnumerable<SearchHit> Nodes(NodeRow row, ClusterState lab)
    {
        yield return lab.Nodes.Find(row.Name) is { Spec.Unschedulable: true } ? Act($"Uncordon {row.Name}", "", $"{row.Href}?ask=uncordon") : Act($"Cordon {row.Name}", "", $"{row.Href}?ask=cordon");
        yield return Act($"Drain {row.Name}", "", $"{row.Href}/drain");
    }

    private static IEnumerable<SearchHit> Pods(PodRow row) =>
        [Act($"Logs of {row.Name}", row.Namespace, $"{row.Href}?tab=logs"), Act($"Shell in {row.Name}", row.Namespace, $"{row.Href}?tab=shell")];

    private static IEnumerable<SearchHit> Workloads(ClusterState lab) =>
        from row in lab.WorkloadRows
        where !row.IsRun && row.Href is not null
        from act in row.Kind.Name switch
        {
            "Deployment" => new[] { ("Restart {0}", "?ask=restart"), ("Scale {0}", "?ask=scale"), ("Roll back {0}", "?ask=roll-back"), ("Logs of {0}", "?tab=logs") },
            "StatefulSet" => [("Restart {0}", "?ask=restart"), ("Scale {0}", "?ask=scale"), ("Logs of {0}", "?tab=logs")],
            "DaemonSet" => [("Restart {0}", "?ask=restart"), ("Logs of {0}", "?tab=logs")],
            "CronJob" => [("Run {0} now", "?ask=run")],
            _ => [],
        }
        select Act(act.Item1.Replace("{0}", row.Name, StringComparison.Ordinal), row.Namespace, row.Href + act.Item2);

    private static IEnumerable<SearchHit> Exposures(Exposure exposure)
    {
        var page = $"/exposures/{exposure.Id}";
        if (exposure.Visibility == Visibility.Tunnel)
            yield return Act($"Take {exposure.Hostname} off the Internet", "", $"{page}?ask=withdraw");
        else
            yield return Act($"Tunnel {exposure.Hostname} to the Internet", "", $"{page}?ask=reach");
        yield return Act($"Remove {exposure.Hostname}", "", $"{page}?ask=remove");
    }

    private static SearchHit Act(string name, string place, string href) => new(Kind, name, place, href, HealthState.Off);
}
