using HomelabPortal.Platform;

namespace HomelabPortal.Trace.Reports;

/// <summary>What would become of a request for one hostname, station by station. Two are equal when they say the same.</summary>
public sealed record TraceReport(string Host, ValueList<TraceEntry> Entries)
{
    /// <summary>The path that was followed; "/" unless routes only take others.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The exposure that declares the name here, or null.</summary>
    public string? ExposureId { get; init; }

    /// <summary>The worst of the ways that records lead.</summary>
    public TraceVerdict Verdict => Entries.Where(entry => entry.IsMain).Select(entry => entry.Verdict).DefaultIfEmpty(TraceVerdict.Unknown).Max();

    public TraceEntry? WorstEntry => Entries.FirstOrDefault(entry => entry.IsMain && entry.Verdict == Verdict);

    public TraceHop? Culprit => WorstEntry?.Culprit;

    /// <summary>The verdict in one sentence.</summary>
    public string Sentence => (Verdict, Culprit) switch
    {
        (TraceVerdict.Healthy, _) => "Every station of the way is as it should be.",
        (_, null) => "No way to it is known.",
        (TraceVerdict.Broken, { } hop) => $"It ends at {At(hop)}. {hop.Sentence}",
        (TraceVerdict.Degraded, { } hop) => $"It gets through, with a weakness at {At(hop)}. {hop.Sentence}",
        (_, { } hop) => $"It cannot be told at {At(hop)}. {hop.Sentence}",
    };

    /// <summary>What to do first; empty when nothing is to be done.</summary>
    public string Remedy => Verdict == TraceVerdict.Healthy ? "" : Culprit?.Worst?.Remedy ?? "";

    private static string At(TraceHop hop) => hop.Kind switch
    {
        HopKind.Dns or HopKind.Gpu or HopKind.Route => hop.Title,
        HopKind.Lan => "its address in the house",
        _ => $"the {hop.Title.ToLowerInvariant()}",
    };
}
