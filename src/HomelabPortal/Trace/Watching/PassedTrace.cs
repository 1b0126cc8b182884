using System.Collections.Immutable;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Watching;

/// <summary>When requests for a name got through, and what they passed.</summary>
public sealed record PassedTrace(DateTimeOffset At, ImmutableArray<PassedStation> Stations)
{
    public static PassedTrace Of(DateTimeOffset at, TraceReport report) => new(at, StationsOf(report));

    /// <summary>The stations of the ways that records lead, each kind once.</summary>
    public static ImmutableArray<PassedStation> StationsOf(TraceReport report) =>
    [
        .. report.Entries.Where(entry => entry.IsMain).SelectMany(entry => entry.Hops).DistinctBy(hop => hop.Kind)
            .Select(hop => new PassedStation(hop.Kind, hop.Name, hop.Revision, hop.Verdict, hop.Said)),
    ];
}
