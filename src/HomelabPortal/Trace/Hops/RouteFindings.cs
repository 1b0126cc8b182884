using HomelabPortal.Cluster.Health;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>Takes over what was found at a route. What lies behind it is judged at its own station, or as one of several that share the requests.</summary>
internal static class RouteFindings
{
    private static readonly string[] _behind =
        [FindingCodes.ServiceMissing, FindingCodes.ServicePort, FindingCodes.ServiceOutside, FindingCodes.ServiceUnknown, FindingCodes.EndpointsNone, FindingCodes.EndpointsNotReady, FindingCodes.EndpointsSome];

    public static IEnumerable<TraceFinding> Of(IngressRouteView view) =>
        view.Findings.Where(Counts).Select(finding => new TraceFinding(
            Code(finding.Code), Verdict(finding), $"{view.Kind} {view.NameText}: {finding.Sentence}", finding.NextStep.Length > 0 ? finding.NextStep : "Look at the route.",
            Reproducers.Get(view.Kind.ToLowerInvariant(), view.Namespace, view.Name))
        {
            Fix = new TraceFix("See the route", view.Href), Since = finding.Since,
        });

    /// <summary>What a page of routes only remarks on counts here when it may mean that no request gets through.</summary>
    private static bool Counts(Finding finding) => (finding.IsWeighed || finding.Code == FindingCodes.CrossNamespace) && !_behind.Contains(finding.Code);

    /// <summary>A certificate that is about to end still serves.</summary>
    private static TraceVerdict Verdict(Finding finding) =>
        finding.Code == FindingCodes.CertificateExpiring && finding.State == HealthState.Broken ? TraceVerdict.Degraded : finding.State.Verdict();

    /// <summary>Codes of routes as traces say them.</summary>
    public static string Code(string code) => code switch
    {
        FindingCodes.PriorityTie => "traefik.router.conflict",
        FindingCodes.PriorityShadowed => "traefik.router.shadowed",
        _ => $"traefik.{code}",
    };
}
