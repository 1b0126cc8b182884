using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Api;

/// <summary>One station.</summary>
/// <param name="Name">The object there: "media/sonarr"; empty when there is none.</param>
/// <param name="Link">Its page in the portal.</param>
/// <param name="Follows">The later station that makes this one fail; null when the fault is here.</param>
/// <param name="Command">What shows it from a terminal.</param>
internal sealed record TraceHopResource(
    HopKind Kind, string Name, TraceVerdict Verdict, string Sentence, HopKind? Follows, string? Link, string Revision, string Command, IReadOnlyList<TraceFindingResource> Findings, IReadOnlyList<TraceFactResource> Facts)
{
    public static TraceHopResource Of(TraceHop hop) => new(
        hop.Kind, hop.Name, hop.Verdict, hop.Sentence, hop.Follows, hop.Href, hop.Revision, hop.Command,
        [.. hop.Findings.Select(TraceFindingResource.Of)], [.. hop.Facts.Select(fact => new TraceFactResource(fact.Name, fact.Text))]);
}
