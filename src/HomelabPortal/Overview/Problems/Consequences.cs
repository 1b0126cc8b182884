using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Services;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Pure: a route that leads nowhere because all its pods are in trouble is no second problem; its hostname is named with the first.
/// A route with any other service behind it stays a problem of its own.
/// </summary>
internal static class Consequences
{
    public static IReadOnlyList<Problem> Fold(IEnumerable<Problem> problems, LabScene scene)
    {
        var all = problems.ToList();
        foreach (var route in scene.Ingress.Routes)
        {
            var follows = all.FindIndex(problem => problem.Link == route.Href);
            var cause = follows < 0 || route.Hosts.Count == 0 ? -1 : all.FindIndex(problem => IsBehind(problem, route.Backends.Select(backend => (backend.Namespace, backend.Name)).ToList(), scene.Cluster));
            if (cause < 0)
                continue;
            all[cause] = all[cause] with { Sentence = $"{all[cause].Sentence} {route.Hosts[0].Name} leads nowhere meanwhile." };
            all.RemoveAt(follows);
        }

        return all;
    }

    private static bool IsBehind(Problem problem, IReadOnlyList<(string Namespace, string Name)> services, ClusterState cluster) =>
        problem.Link.Split('/') is ["", "cluster", "pods", var ns, var name] && services.Count > 0
        && services.All(service => service.Namespace == ns && cluster.Services.Find(ns, service.Name) is { } found && SelectedPods.Of(found, cluster).Any(pod => pod.Name == name));
}
