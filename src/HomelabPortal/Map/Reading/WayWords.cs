using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Map.Reading;

/// <summary>The way of a hostname in one line: "Internet → homelab → Traefik → media/sonarr → sonarr-0 → node2".</summary>
internal static class WayWords
{
    public static string Of(TraceReport report) => report.WorstEntry is { } entry ? string.Join(" → ", Stations(entry)) : "";

    private static IEnumerable<string> Stations(TraceEntry entry) =>
        entry.Hops.Select(Name).Where(name => name.Length > 0).Prepend(PathReader.IsFromOutside(entry.Kind) ? "Internet" : "House");

    private static string Name(TraceHop hop) => hop.Kind switch
    {
        HopKind.Dns or HopKind.Endpoints => "",
        HopKind.Route => "Traefik",
        _ => hop.Name,
    };
}
