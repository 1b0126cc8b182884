using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Search;

/// <summary>What can be done to the things of the lab, as the pages that ask before they do it; who may not is told why there.</summary>
internal static class LabActs
{
    public const string Kind = "Act";

    /// <summary>In the order of how often they are wanted.</summary>
    public static IEnumerable<SearchHit> Of(ClusterState lab, IEnumerable<HostnameRow> hostnames, DesiredState desired) =>
        hostnames.Where(row => !row.IsWildcard).Select(row => Act($"Trace {row.Name}", "", Places.TraceOf(row.Name)))
            .Concat(Workloads(lab))
            .Concat(desired.Exposures.SelectMany(Exposures))
            .Concat(lab.ServiceRows.Select(row => Act($"Expose {row.Name}", row.Namespace, $"{Places.ExposeHref}?service={Uri.EscapeDataString($"{row.Namespace}/{row.Name}")}")))
            .Concat(desired.Containers.Select(container => Act($"Edit container {container.Name}", container.Host, $"/gpu/containers/{container.Id}/edit")))
            .Concat(lab.NodeRows.SelectMany(row => new[] { Act($"Cordon {row.Name}", "", $"{row.Href}?ask=cordon"), Act($"Drain {row.Name}", "", $"{row.Href}/drain") }));

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
