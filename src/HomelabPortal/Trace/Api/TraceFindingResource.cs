using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Api;

/// <summary>One thing that was found at a station.</summary>
/// <param name="Code">Stable: "dns.missing".</param>
/// <param name="Command">What shows the same from a terminal.</param>
/// <param name="Fix">The page of the portal on which it is put right; null where that is not here.</param>
/// <param name="AsOf">Of something unknown, when it was last seen; null when never.</param>
internal sealed record TraceFindingResource(string Code, TraceVerdict Verdict, string What, string Remedy, string Command, string? Fix, DateTimeOffset? AsOf, DateTimeOffset? Since)
{
    public static TraceFindingResource Of(TraceFinding finding) => new(finding.Code, finding.Verdict, finding.What, finding.Remedy, finding.Command, finding.Fix?.Href, finding.AsOf, finding.Since);
}
