using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Following;

/// <summary>
/// Says which station only fails because a later one does, so that the fault is named where it is.
/// <code>
/// endpoints not ready, and               the pods are not as they should be     pods
/// no node answers for the address, and   Traefik does not run                   Traefik
/// pods that wait or nobody knows of, and their node is not ready or silent      nodes
/// pods that do not run, and              a claim or volume is broken            storage
/// </code>
/// </summary>
internal static class Causes
{
    private static readonly string[] _ofNodes = ["pod.silent", "pod.notready", "pod.leaving", "pod.starting", "pod.pending"];

    public static IEnumerable<TraceHop> Of(IReadOnlyList<TraceHop> hops) => hops.Select(hop => CauseOf(hop, hops) is { } cause ? hop with { Follows = cause } : hop);

    private static HopKind? CauseOf(TraceHop hop, IReadOnlyList<TraceHop> hops) => hop.Kind switch
    {
        HopKind.Endpoints when IsBad(hop) && Find(hops, HopKind.Pod) is { } pods && pods.Verdict >= hop.Verdict => HopKind.Pod,
        HopKind.Endpoints when IsBad(hop) && Find(hops, HopKind.Pod) is { Verdict: TraceVerdict.Unknown } => HopKind.Pod,
        HopKind.Lan when hop.Worst?.Code == "lan.unannounced" && Find(hops, HopKind.Route) is { } route && route.Findings.Any(finding => finding.Code == "traefik.down") => HopKind.Route,
        HopKind.Pod when hop.Verdict == TraceVerdict.Broken && Find(hops, HopKind.Storage) is { Verdict: TraceVerdict.Broken } => HopKind.Storage,
        HopKind.Pod when hop.Verdict >= TraceVerdict.Unknown && _ofNodes.Contains(hop.Worst?.Code) && Find(hops, HopKind.Node) is { Verdict: >= TraceVerdict.Unknown } => HopKind.Node,
        _ => null,
    };

    private static bool IsBad(TraceHop hop) => hop.Worst?.Code is "endpoints.none" or "endpoints.notready" or "endpoints.some" or "endpoints.leaving";

    private static TraceHop? Find(IReadOnlyList<TraceHop> hops, HopKind kind) => hops.FirstOrDefault(hop => hop.Kind == kind);
}
