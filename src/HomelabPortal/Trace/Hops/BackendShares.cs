using HomelabPortal.Ingress.Reading;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the backends that share the requests with the one that is followed.
/// <code>
/// it answers none                      traefik.share.broken     Degraded
/// whether it answers cannot be told    traefik.share.unknown    Unknown
/// some of its endpoints are not ready  traefik.share.some       Degraded
/// </code>
/// </summary>
internal static class BackendShares
{
    public static IEnumerable<TraceFinding?> Of(RoutePick pick) => pick.Others.Select(Judge);

    private static TraceFinding? Judge(RouteBackend backend)
    {
        var (place, command) = ($"{backend.Namespace}/{backend.Text}", Reproducers.Get("service", backend.Namespace, backend.Name));
        var why = backend.Endpoints.Length > 0 ? $": {backend.Endpoints}" : backend.State != HealthState.Broken ? "" : backend.HasPage ? ": it has no such port" : ": it is not there";
        var finding = backend.State switch
        {
            HealthState.Broken => Hop.Degraded("traefik.share.broken", $"{place}, which is to take {backend.Share} of the requests, answers none of them{why}.", "Put that service right, or take it out of the route.", command),
            HealthState.Unknown => Hop.Unknown("traefik.share.unknown", $"Whether {place} answers, which takes {backend.Share} of the requests, cannot be told{why}.", "Look at that service.", command),
            HealthState.Degraded => Hop.Degraded("traefik.share.some", $"{place}, which takes {backend.Share} of the requests, has endpoints that are not ready{why}.", "Look at its pods.", command),
            _ => null,
        };
        return finding is null || backend.Href is null ? finding : finding with { Fix = new TraceFix("See the service", backend.Href) };
    }
}
