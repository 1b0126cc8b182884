using HomelabPortal.Cluster.Api;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Api;

/// <summary>A route of the cluster, whoever made it.</summary>
/// <param name="Kind">IngressRoute, IngressRouteTCP, IngressRouteUDP, Ingress or HTTPRoute.</param>
/// <param name="Owner">Who made it, as far as it says so.</param>
/// <param name="Rule">The rules as written, one a line.</param>
/// <param name="Rules">Each rule with what it takes and where it sends it.</param>
/// <param name="Findings">Everything that was found about it, worst first.</param>
internal sealed record RouteResource(
    string Kind, string Namespace, string Name, IReadOnlyList<string> Hosts, IReadOnlyList<string> Paths, string Rule, IReadOnlyList<string> EntryPoints, string Tls,
    IReadOnlyList<string> Middlewares, IReadOnlyList<RouteBackendResource> Backends, string Owner, HealthState State, string Word, string Sentence,
    string Class, IReadOnlyList<RouteRuleResource> Rules, IReadOnlyList<FindingResource> Findings)
{
    public static RouteResource Of(IngressRouteView view) => new(
        view.Kind, view.Namespace, view.Name, [.. view.Hosts.Select(host => host.Name)], [.. view.Paths], view.Raw, [.. view.EntryPoints], view.Tls,
        [.. view.Rules.SelectMany(rule => rule.Middlewares).Select(middleware => middleware.Name).Distinct()],
        [.. view.Backends.Select(RouteBackendResource.Of)], view.Owner, view.Health.State, view.Health.Word, view.Health.Sentence,
        view.Class, [.. view.Rules.Select(RouteRuleResource.Of)], [.. view.Findings.Select(FindingResource.Of)]);
}
