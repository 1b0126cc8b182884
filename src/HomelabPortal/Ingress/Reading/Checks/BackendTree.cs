using HomelabPortal.Cluster.Health;
using System.Collections.Immutable;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>
/// Follows a route's services to the ones that answer: a TraefikService spreads (weighted) or copies (mirroring) over others,
/// which may be TraefikServices again, in other namespaces, or by mistake itself.
/// </summary>
internal sealed class BackendTree
{
    /// <summary>Deeper than anybody nests them; a longer chain is not followed.</summary>
    private const int Deepest = 12;

    private readonly RouteSurroundings _context;
    private readonly CrossReferences _crossings;
    private readonly ImmutableArray<RouteBackend>.Builder _backends = ImmutableArray.CreateBuilder<RouteBackend>();
    private readonly List<Finding> _findings = [];

    private BackendTree(RouteSurroundings context, CrossReferences crossings) => (_context, _crossings) = (context, crossings);

    public static (ImmutableArray<RouteBackend> Backends, IReadOnlyList<Finding> Findings) Follow(
        IReadOnlyList<IngressRouteService> services, string ns, RouteSurroundings context, CrossReferences crossings)
    {
        var tree = new BackendTree(context, crossings);
        tree.Spread(services, ns, 1, "", []);
        return (tree._backends.ToImmutable(), tree._findings);
    }

    /// <summary>Traefik leaves out what weighs nothing.</summary>
    private void Spread(IReadOnlyList<IngressRouteService> services, string ns, double share, string via, ImmutableArray<string> path)
    {
        var weighted = services.Where(service => service.Weight != 0).ToList();
        double total = weighted.Sum(service => service.Weight ?? 1);
        foreach (var service in weighted)
            Follow(service, ns, share * (service.Weight ?? 1) / total, isCopy: false, via, path);
    }

    private void Follow(IngressRouteService service, string ns, double share, bool isCopy, string via, ImmutableArray<string> path)
    {
        var isOwn = service.Kind == "TraefikService";
        var place = service.Namespace.Length > 0 ? service.Namespace : ns;
        if (!service.Name.Contains('@'))
            _crossings.Add(ns, place, $"{(isOwn ? "TraefikService" : "Service")} {place}/{service.Name}");
        if (service.ServersTransport.Length > 0)
            JudgeTransport(service.ServersTransport, place);
        var backend = new RouteBackend(place, service.Name, service.Port?.ToString() ?? "", "") { Share = Percent(share, isCopy), IsCopy = isCopy, Via = via };
        if (isOwn && !service.Name.Contains('@'))
        {
            FollowOwn(backend, share, isCopy, path);
            return;
        }

        var (judged, finding) = BackendHealth.Judge(backend, service.Port, _context.Index);
        _backends.Add(judged);
        if (finding is not null)
            _findings.Add(isCopy ? finding with { IsWeighed = false } : finding);
    }

    private void FollowOwn(RouteBackend backend, double share, bool isCopy, ImmutableArray<string> path)
    {
        var (ns, name) = (backend.Namespace, backend.Name);
        var key = $"{ns}/{name}";
        if (path.Contains(key) || path.Length >= Deepest)
            Break(backend, FindingCodes.TraefikServiceCycle, "Endless loop", $"TraefikService {key} leads back to itself by way of {string.Join(", ", path.Append(key))}.", "Take one of them out of the loop.");
        else if (!_context.State.TraefikServices.Status.IsKnown)
            _findings.Add(new Finding(FindingCodes.ServiceUnknown, HealthState.Unknown, "Unknown", "TraefikServices cannot be read.", "Let the portal's account read traefikservices."));
        else if (_context.State.TraefikServices.Find(ns, name) is not { } own)
            Break(backend, FindingCodes.TraefikServiceMissing, "No service", $"There is no TraefikService {name} in namespace {ns}.", "Correct the name in the route, or make the TraefikService.");
        else if (own.Spec.Weighted is { Services: { Count: > 0 } services } && !isCopy)
            Spread(services, ns, share, name, path.Add(key));
        else if (own.Spec.Mirroring is { } mirroring)
            Mirror(mirroring, ns, share, name, path.Add(key));
        else if (own.Spec.Weighted is { Services: { Count: > 0 } copies })
            copies.ToList().ForEach(copy => Follow(copy, ns, share, isCopy: true, name, path.Add(key)));
        else
            Break(backend, FindingCodes.TraefikServiceEmpty, "No service", $"TraefikService {key} names no service to send to.", "Give it services to spread over.");
    }

    private void Mirror(TraefikMirroring mirroring, string ns, double share, string via, ImmutableArray<string> path)
    {
        var main = new IngressRouteService { Kind = mirroring.Kind, Name = mirroring.Name, Namespace = mirroring.Namespace, Port = mirroring.Port };
        Follow(main, ns, share, isCopy: false, via, path);
        foreach (var mirror in mirroring.Mirrors)
            Follow(mirror, ns, share * (mirror.Percent ?? 0) / 100, isCopy: true, via, path);
    }

    private void JudgeTransport(string name, string ns)
    {
        if (name.Contains('@') || !_context.State.ServersTransports.Status.IsKnown || _context.State.ServersTransports.Find(ns, name) is not null)
            return;
        _findings.Add(new Finding(FindingCodes.TransportMissing, HealthState.Broken, "No transport", $"There is no ServersTransport {name} in namespace {ns}.", "Correct the name in the route, or make the ServersTransport."));
    }

    private void Break(RouteBackend backend, string code, string word, string sentence, string next)
    {
        _backends.Add(backend with { State = HealthState.Broken });
        _findings.Add(new Finding(code, HealthState.Broken, word, sentence, next));
    }

    private static string Percent(double share, bool isCopy) =>
        isCopy ? $"copy of {share * 100:0.#} %" : share > 0.9999 ? "" : $"{share * 100:0.#} %";
}
