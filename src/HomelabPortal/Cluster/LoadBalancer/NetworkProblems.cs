using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>
/// Services and addresses that need somebody. A service whose pods are merely unwell is not among them: the pods are, with the cause.
/// </summary>
internal static class NetworkProblems
{
    public static IEnumerable<Problem> Find(ClusterState state) =>
        state.ServiceRows.Where(row => row.NeedsSomeone && row.Code is ServiceCodes.SelectorNone or ServiceCodes.PortMismatch or ServiceCodes.Pending)
            .Select(row => new Problem(row.State == HealthState.Broken ? HealthState.Degraded : row.State, $"Service {row.Name} {What(row.Code)}", $"{row.Sentence} {row.NextStep}".TrimEnd(), row.Href, null))
            .Concat(state.LoadBalancer.Pools.Where(pool => pool.Health.NeedsSomeone)
                .Select(pool => new Problem(pool.Health.State, $"Address pool {pool.Name} {pool.Health.Word.ToLowerInvariant() switch { "exhausted" => "is exhausted", "overlaps" => "overlaps another", "not advertised" => "is not advertised", var word => $"is {word}" }}", $"{pool.Health.Sentence} {Findings.NextStep(pool.Findings)}".TrimEnd(), LoadBalancerHref, null)))
            .Concat(state.LoadBalancer.Held.Where(held => held.Health is { State: HealthState.Degraded, NeedsSomeone: true })
                .Select(held => new Problem(HealthState.Degraded, $"{held.Address} is not announced well", $"{held.Health.Sentence} {held.ServiceText} cannot be reached from outside.", LoadBalancerHref, null)));

    /// <summary>Who holds the API address concerns every page, so it stands beside the problems of the cluster itself.</summary>
    public static IEnumerable<Problem> Find(ApiAddressState api, ClusterState state, DateTimeOffset now) =>
        VipHealth.Judge(api, state, now) is { State: HealthState.Broken or HealthState.Degraded } verdict
            ? [new Problem(verdict.State, verdict.Word switch { "Nobody" => "Nobody holds the API address", "Not renewed" => "The API address is not renewed", _ => "The holder of the API address is down" }, $"{verdict.Sentence} Look at the kube-vip pods.", LoadBalancerHref, verdict.Since)]
            : [];

    public const string LoadBalancerHref = "/cluster/services?tab=load-balancer";

    private static string What(string code) => code switch
    {
        ServiceCodes.SelectorNone => "selects no pods",
        ServiceCodes.PortMismatch => "leads to a port that is not there",
        _ => "has no address",
    };
}
