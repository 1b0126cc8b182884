using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The hostnames by the way in that their records lead to, so that what is on the Internet stands together.</summary>
internal static class NamePanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene) => scene.Facts.Traces
        .GroupBy(report => report.WorstEntry?.Kind ?? EntryKind.None)
        .OrderBy(group => group.Key)
        .Select(group => Groups.Of($"names:{group.Key}", MapKind.Hostname, Title(group.Key), "/hostnames", group.OrderBy(report => report.Host, NaturalOrder.Instance).Select(Thing)) with { Icon = group.Key.Icon() });

    private static string Title(EntryKind kind) => kind switch
    {
        EntryKind.Tunnel => "By tunnel",
        EntryKind.FrontDoor => "Public address",
        EntryKind.House => "In the house",
        EntryKind.Machine => "To a machine",
        _ => "No way in",
    };

    private static MapThing Thing(TraceReport report) =>
        new(MapIds.Hostname(report.Host), MapKind.Hostname, report.Host, report.Verdict.State(), report.Sentence, $"/hostnames/{Uri.EscapeDataString(report.Host)}")
        {
            AsOf = report.Verdict == TraceVerdict.Unknown ? report.Culprit?.Worst?.AsOf : null,
        };
}
