using HomelabPortal.Platform;

namespace HomelabPortal.Trace.Reports;

/// <summary>One station of a trace.</summary>
/// <param name="Name">The object there: "media/sonarr"; empty when there is none.</param>
/// <param name="Href">Its page.</param>
/// <param name="Said">What it does for the request, in one sentence.</param>
/// <param name="Command">What shows it from a terminal.</param>
public sealed record TraceHop(HopKind Kind, string Name, string? Href, string Said, string Command, ValueList<TraceFinding> Findings)
{
    public ValueList<TraceFact> Facts { get; init; } = [];

    /// <summary>Where it takes connections, for a probe.</summary>
    public ValueList<HopAddress> Addresses { get; init; } = [];

    /// <summary>Which version of the object it is, where it has one: "generation 7".</summary>
    public string Revision { get; init; } = "";

    /// <summary>The later station that makes this one fail; null when the fault is here.</summary>
    public HopKind? Follows { get; init; }

    public TraceVerdict Verdict => Findings.Select(finding => finding.Verdict).DefaultIfEmpty(TraceVerdict.Healthy).Max();

    /// <summary>The first of the worst findings; null when there is nothing to find.</summary>
    public TraceFinding? Worst => Findings.FirstOrDefault(finding => finding.Verdict == Verdict);

    /// <summary>The one sentence to read.</summary>
    public string Sentence => Verdict != TraceVerdict.Healthy && Worst is { } worst ? worst.What : Said;

    public string Title => Kind.Title();
}
