using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Desired;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Pure: what to do next about a problem, by the page it is told on.
/// <list type="table">
/// <item><term>a pod</term><description>trace of its hostname, its logs, restart of what made it</description></item>
/// <item><term>a workload</term><description>its logs, restart; a cron job is run once more</description></item>
/// <item><term>a route</term><description>trace of its hostname</description></item>
/// <item><term>a hostname, an exposure</term><description>the remedy, trace, and off the Internet where the portal put it there</description></item>
/// <item><term>a check</term><description>trace of its hostname, the check, silence</description></item>
/// <item><term>anything else</term><description>its page, by name</description></item>
/// </list>
/// Acts are confirmed on their page.
/// </summary>
internal static class ProblemSteps
{
    private const int Most = 3;

    public static ValueList<ProblemStep> Of(Problem problem, LabScene scene) => [.. All(problem, scene).DistinctBy(step => step.Href).Take(Most)];

    private static IEnumerable<ProblemStep> All(Problem problem, LabScene scene) => problem.Link.Split('?')[0].Split('/') switch
    {
        ["", "cluster", "pods", var ns, var name] => OfPod(ns, name, problem.Link, scene),
        ["", "cluster", "workloads", var plural, _, var name] => OfWorkload(plural, name, problem.Link),
        ["", "cluster", "ingress", ..] => OfRoute(problem.Link, scene),
        ["", "hostnames", var host] => OfHostname(Uri.UnescapeDataString(host), problem.Link, scene),
        ["", "checks", var id] => OfCheck(Uri.UnescapeDataString(id), problem.Link, scene),
        ["", "exposures", var id] => OfExposure(scene.Desired.FindExposure(id), problem.Link),
        ["", "gpu", "hosts", _, "containers", _] => [new("Logs", $"{problem.Link}?tab=logs"), new("Container", problem.Link)],
        ["", "gpu", "containers", ..] => [new("Container", problem.Link)],
        ["", "gpu", ..] => [new("Machines", problem.Link)],
        ["", "cluster", "nodes", ..] => [new("Node", problem.Link)],
        ["", "cluster", "certificates", ..] => [new("Certificate", problem.Link)],
        ["", "cluster", "storage", ..] => [new("Storage", problem.Link)],
        ["", "cluster", "applications", ..] => [new("Application", problem.Link)],
        ["", "cluster", "services", ..] => [new("Service", problem.Link)],
        _ => [new("Open", problem.Link)],
    };

    private static IEnumerable<ProblemStep> OfPod(string ns, string name, string link, LabScene scene)
    {
        foreach (var host in HostsOf(ns, name, scene).Take(1))
            yield return new ProblemStep("Trace", Places.TraceOf(host));
        yield return new ProblemStep("Logs", $"{link}?tab=logs");
        if (scene.Cluster.Pods.Find(ns, name) is { } pod && OwnerChain.Top(pod, scene.Cluster) is { Kind: "Deployment" or "StatefulSet" or "DaemonSet" } top)
            yield return new ProblemStep($"Restart {top.Name}", $"{ObjectHref.Of(top.Kind, ns, top.Name)}?ask=restart", true);
    }

    private static IEnumerable<ProblemStep> OfWorkload(string plural, string name, string link)
    {
        yield return new ProblemStep("Logs", $"{link}?tab=logs");
        if (plural is "deployments" or "statefulsets" or "daemonsets")
            yield return new ProblemStep($"Restart {name}", $"{link}?ask=restart", true);
        if (plural == "cronjobs")
            yield return new ProblemStep($"Run {name} now", $"{link}?ask=run", true);
    }

    private static IEnumerable<ProblemStep> OfRoute(string link, LabScene scene)
    {
        if (scene.Ingress.Routes.FirstOrDefault(route => route.Href == link) is { Hosts: [var host, ..] })
            yield return new ProblemStep("Trace", Places.TraceOf(host.Name));
        yield return new ProblemStep("Route", link);
    }

    private static IEnumerable<ProblemStep> OfHostname(string host, string link, LabScene scene)
    {
        var row = scene.Hostnames.Find(host);
        foreach (var mending in row?.Mendings.Take(1) ?? [])
            yield return new ProblemStep(mending.Text, mending.Href);
        if (row?.IsWildcard != true)
            yield return new ProblemStep("Trace", Places.TraceOf(host));
        if (row is { ExposureId: { } id, IsReachedFromInternet: true } && scene.Desired.FindExposure(id) is { Visibility: Visibility.Tunnel })
            yield return Withdraw(id);
        yield return new ProblemStep("Hostname", link);
    }

    private static IEnumerable<ProblemStep> OfExposure(Exposure? exposure, string link)
    {
        if (exposure is not null)
            yield return new ProblemStep("Trace", Places.TraceOf(exposure.Hostname.Value));
        if (exposure is { Visibility: Visibility.Tunnel })
            yield return Withdraw(exposure.Id);
        yield return new ProblemStep("Exposure", link);
    }

    private static IEnumerable<ProblemStep> OfCheck(string id, string link, LabScene scene)
    {
        if (scene.Checks.Find(id) is { IsDerived: true, Host: { Length: > 0 } host })
            yield return new ProblemStep("Trace", Places.TraceOf(host));
        yield return new ProblemStep("Check", link);
        yield return new ProblemStep("Silence", $"/?silence={Uri.EscapeDataString(id)}", true);
    }

    private static ProblemStep Withdraw(string id) => new("Take off the Internet", $"/exposures/{id}?ask=withdraw", true);

    /// <summary>The names under which people reach a pod.</summary>
    private static IEnumerable<string> HostsOf(string ns, string pod, LabScene scene) =>
        from route in scene.Ingress.Routes
        where route.Hosts.Count > 0 && route.Backends.Any(backend => backend.Namespace == ns && Selects(scene.Cluster.Services.Find(ns, backend.Name), pod, scene.Cluster))
        select route.Hosts[0].Name;

    private static bool Selects(Service? service, string pod, ClusterState cluster) => service is not null && SelectedPods.Of(service, cluster).Any(row => row.Name == pod);
}
