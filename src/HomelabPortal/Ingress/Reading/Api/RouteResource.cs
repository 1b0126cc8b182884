using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Api;

/// <summary>An IngressRoute or Ingress of the cluster, whoever made it.</summary>
/// <param name="Kind">IngressRoute or Ingress.</param>
/// <param name="Owner">Who made it, as far as it says so.</param>
/// <param name="Rule">The rules as written, one a line.</param>
internal sealed record RouteResource(
    string Kind, string Namespace, string Name, IReadOnlyList<string> Hosts, IReadOnlyList<string> Paths, string Rule, IReadOnlyList<string> EntryPoints, string Tls,
    IReadOnlyList<string> Middlewares, IReadOnlyList<RouteBackendResource> Backends, string Owner, HealthState State, string Word, string Sentence)
{
    public static RouteResource Of(IngressRouteView view) => new(
        view.Kind, view.Namespace, view.Name, [.. view.Hosts.Select(host => host.Name)], [.. view.Paths], view.Raw, [.. view.EntryPoints], view.Tls, [.. view.Middlewares],
        [.. view.Backends.Select(backend => new RouteBackendResource(backend.Namespace, backend.Name, backend.Port, backend.Endpoints))],
        view.Owner, view.Health.State, view.Health.Word, view.Health.Sentence);
}
