using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Trace.Api;

/// <summary>What would become of a request for a hostname.</summary>
/// <param name="Path">The path that was followed.</param>
/// <param name="Verdict">The worst of the ways that records lead.</param>
/// <param name="Sentence">The verdict in one sentence.</param>
/// <param name="Remedy">What to do first; empty when nothing is to be done.</param>
/// <param name="Culprit">The station where the fault is; null when all is well.</param>
/// <param name="Code">Of the finding that decides; null when all is well.</param>
/// <param name="LastGood">When a request last got through; null while one does, and when none was seen to.</param>
/// <param name="Changes">What is different since then.</param>
internal sealed record TraceResource(
    string Hostname, string Path, TraceVerdict Verdict, string Sentence, string Remedy, HopKind? Culprit, string? Code, string? ExposureId, DateTimeOffset? LastGood, IReadOnlyList<string> Changes, IReadOnlyList<TraceEntryResource> Entries)
{
    public static TraceResource Of(TracedName traced)
    {
        var report = traced.Report;
        return new TraceResource(
            report.Host, report.Path, report.Verdict, report.Sentence, report.Remedy, report.Culprit?.Kind, report.Culprit?.Worst?.Code, report.ExposureId,
            traced.LastGood?.At, [.. traced.LastGood?.Changes ?? []], [.. report.Entries.Select(TraceEntryResource.Of)]);
    }
}
