using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges Traefik and the route that takes a request: of the rules that match, the one with the highest priority.
/// <code>
/// routes cannot be read                             traefik.unread               Unknown; the route that took it last still says what is behind
/// Traefik itself has no ready endpoint              traefik.down                 Broken
/// no route takes it, some kind cannot be read       traefik.kinds.unread         Unknown
/// no route takes it                                 traefik.route.missing        Broken
/// whether a route takes it depends on more          traefik.rule.unclear         Unknown
/// classes of Ingresses cannot be read               traefik.class.unread         Unknown
/// its entry points are not those of browsers        traefik.entrypoint           Broken
/// what the route names is missing or forbidden      traefik.(what was found)     as found there
/// whether it may use another namespace is not said  traefik.crossnamespace       Unknown
/// a middleware is set up outside the cluster        traefik.middleware.unknown   Unknown
/// two routes take it with the same priority         traefik.router.conflict      Degraded
/// of several services one does not answer           traefik.share.(how)          Degraded, or Unknown
/// </code>
/// </summary>
internal static class RouteHop
{
    /// <param name="host">As Traefik sees it.</param>
    /// <param name="entryPoint">Where the tunnel's rule comes in; empty when that is not known, null for browsers.</param>
    public static (TraceHop Hop, RoutePick? Pick) Of(string host, string? entryPoint, bool isWanted, TraceScene scene)
    {
        var ingress = scene.Routes(host);
        var pick = RoutePick.Of(ingress, host);
        if (scene.Facts.Names.IngressFault is { } fault)
            return Unread(pick, Unseen.Source("traefik.unread", "Routes", fault, scene.Facts.IngressAsOf, "kubectl get ingressroutes -A"));
        if (pick.View is not { } view)
            return (Empty(Nothing(host, pick, isWanted, ingress), Down(scene)), null);
        var hop = new TraceHop(
            HopKind.Route, view.NameText, view.Href, $"{view.Kind} {view.NameText} takes it and sends it to {pick.Backend?.Text ?? "no service"}.", Reproducers.Get(view.Kind.ToLowerInvariant(), view.Namespace, view.Name),
            Hop.Found([Down(scene), EntryPoint(view, entryPoint, scene), .. Surroundings(view, pick, scene), .. RouteFindings.Of(view), .. BackendShares.Of(pick)]))
        {
            Revision = RouteRevisions.Of(view, scene.Cluster),
            Facts =
            [
                new TraceFact("Rule", pick.Match.Length > 0 ? pick.Match : view.Title, view.Href),
                .. pick.Rule is { Middlewares.Count: > 0 } rule ? [new TraceFact("Through", string.Join(", ", rule.Middlewares.Select(middleware => middleware.NameText)))] : Array.Empty<TraceFact>(),
                .. view.Tls.Length > 0 ? [new TraceFact("Certificate", Certificate(view, scene))] : Array.Empty<TraceFact>(),
                .. ComesIn(view, entryPoint),
                new TraceFact("Kept by", view.Owner),
            ],
        };
        return (hop, pick);
    }

    private static (TraceHop Hop, RoutePick? Pick) Unread(RoutePick pick, TraceFinding unread) => pick.View is { } last
        ? (new TraceHop(HopKind.Route, last.NameText, last.Href, $"{last.Kind} {last.NameText} took it when routes were last read.", unread.Command, Hop.Found([unread])), pick)
        : (Empty(unread), null);

    private static TraceHop Empty(params TraceFinding?[] findings) => new(HopKind.Route, "", "/cluster/ingress", "", "kubectl get ingressroutes -A", Hop.Found(findings));

    private static TraceFinding Nothing(string host, RoutePick pick, bool isWanted, IngressState ingress)
    {
        const string Command = "kubectl get ingressroutes,ingresses,httproutes -A";
        if (pick.Depends is { } depends)
            return Hop.Unknown("traefik.rule.unclear", $"{depends.Kind} {depends.NameText} may take it. {depends.Note}", "Try the request as a visitor makes it.", Command) with { Fix = new TraceFix("See the route", depends.Href) };
        if (ingress.Gaps is [var gap, ..])
            return Hop.Unknown("traefik.kinds.unread", $"No route that can be read takes {host}. {gap}", "Let the portal's account read every kind of route.", Command);
        var foreign = ingress.Routes.FirstOrDefault(route => route.IsForeign && route.Hosts.Any(own => own.Name == host));
        return Hop.Broken(
            "traefik.route.missing", $"No route takes {host}: Traefik answers HTTP 404.{(foreign is null ? "" : $" {foreign.Kind} {foreign.NameText} is there, but another controller serves it.")}", isWanted ? "The exposure writes the route; see at its steps why it is not there yet." : "Expose the service under this name.", Command)
            with { Fix = new TraceFix("Expose a service", $"/exposures/new?host={Uri.EscapeDataString(host)}") };
    }

    /// <summary>Traefik that does not run answers nobody, whatever its routes say.</summary>
    private static TraceFinding? Down(TraceScene scene)
    {
        if (scene.Traefik is not { } traefik || scene.Facts.ClusterFault is not null || !scene.Cluster.EndpointSlices.Status.IsKnown)
            return null;
        var (ns, name) = (traefik.Metadata.Namespace, traefik.Metadata.Name);
        return scene.Endpoints(ns, name) is { Count: > 0 } rows && ServiceEndpoints.Count(rows).Ready > 0 ? null : Hop.Broken(
            "traefik.down", $"Traefik does not run: none of the endpoints of {ns}/{name} is ready.", "Look at Traefik's pods.", Reproducers.List("pods", ns)) with { Fix = new TraceFix("See Traefik", ObjectHref.Of("Service", ns, name) ?? "/cluster/services") };
    }

    /// <summary>A service of Traefik's calls its ports as its entry points are called.</summary>
    private static TraceFinding? EntryPoint(IngressRouteView view, string? entryPoint, TraceScene scene)
    {
        if (view.Kind != "IngressRoute" || view.EntryPoints.Count == 0 || entryPoint is not null)
            return null;
        IReadOnlyList<string> met = [.. (scene.Traefik?.Spec.Ports ?? []).Where(port => port.Port is 80 or 443).Select(port => port.Name)];
        return met.Count == 0 || view.EntryPoints.Any(met.Contains) ? null : Hop.Broken(
            "traefik.entrypoint", $"{view.Kind} {view.NameText} listens on {view.EntryPointText} alone, and browsers come in by {string.Join(" and ", met)}.",
            $"Give the route the entry point {met[^1]}.", Reproducers.Get(view.Kind.ToLowerInvariant(), view.Namespace, view.Name)) with { Fix = new TraceFix("See the route", view.Href) };
    }

    /// <summary>
    /// A fact and no finding: whether Traefik leads one entry point to the other is in its own settings, which nobody reads here.
    /// What the edge answers tells it.
    /// </summary>
    private static IEnumerable<TraceFact> ComesIn(IngressRouteView view, string? entryPoint) =>
        entryPoint is { Length: > 0 } && view is { Kind: "IngressRoute", EntryPoints.Count: > 0 } && !view.EntryPoints.Contains(entryPoint)
            ? [new TraceFact("Comes in by", $"{entryPoint}, while the route listens on {view.EntryPointText}: HTTP 404, unless Traefik leads one to the other")]
            : [];

    /// <summary>
    /// A secret that cert-manager does not fill is a fact and no finding: people and reflectors fill secrets too, none is ever read here,
    /// and without it Traefik still answers, with its own certificate.
    /// </summary>
    private static string Certificate(IngressRouteView view, TraceScene scene) =>
        view.TlsSecret.Length == 0 || !scene.Cluster.Certificates.Status.IsKnown || scene.Cluster.Certificates.All.Any(one => one.Metadata.Namespace == view.Namespace && one.Spec.SecretName == view.TlsSecret)
            ? view.Tls
            : $"{view.Tls}; no Certificate fills {view.TlsSecret} in {view.Namespace}, so how long it lasts cannot be told";

    /// <summary>What the route's own findings rest on: they were made from the last good look, and say nothing when that is old.</summary>
    private static IEnumerable<TraceFinding?> Surroundings(IngressRouteView view, RoutePick pick, TraceScene scene)
    {
        var cluster = scene.Cluster;
        if (view.Kind == "Ingress")
            yield return Unseen.Kind(cluster.Ingresses, "traefik.unread", "Ingresses", scene.Facts);
        if (view is { Kind: "Ingress", Class.Length: > 0 })
            yield return Unseen.Kind(cluster.IngressClasses, "traefik.class.unread", "IngressClasses", scene.Facts);
        if (view.Kind == "HTTPRoute")
            yield return Unseen.Kind(cluster.HttpRoutes, "traefik.unread", "HTTPRoutes", scene.Facts);
        if (pick.Rule is { Middlewares.Count: > 0 })
            yield return Unseen.Kind(cluster.Middlewares, "traefik.middleware.unknown", "Middlewares", scene.Facts, "middlewares.traefik.io");
        foreach (var middleware in (pick.Rule?.Middlewares ?? []).Where(middleware => middleware is { Namespace: "", State: HealthState.Unknown }))
            yield return Hop.Unknown(
                "traefik.middleware.unknown", $"{view.Kind} {view.NameText} goes through {middleware.Name}, which is set up outside the cluster. Traefik drops the route if that is missing.", "Look into Traefik's own configuration.", Reproducers.Get(view.Kind.ToLowerInvariant(), view.Namespace, view.Name)) with { Fix = new TraceFix("See the route", view.Href) };
        if (view.TlsSecret.Length > 0)
            yield return Unseen.Kind(cluster.Certificates, "traefik.tls.unread", "Certificates", scene.Facts, "certificates.cert-manager.io");
    }
}
