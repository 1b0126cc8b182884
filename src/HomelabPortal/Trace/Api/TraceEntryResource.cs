using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Api;

/// <summary>One way of a request.</summary>
/// <param name="IsMain">Records lead this way; the verdict of the whole is made of these.</param>
/// <param name="Culprit">The station where the fault of this way is.</param>
internal sealed record TraceEntryResource(EntryKind Kind, bool IsMain, TraceVerdict Verdict, HopKind? Culprit, IReadOnlyList<TraceHopResource> Hops)
{
    public static TraceEntryResource Of(TraceEntry entry) => new(entry.Kind, entry.IsMain, entry.Verdict, entry.Culprit?.Kind, [.. entry.Hops.Select(TraceHopResource.Of)]);
}
