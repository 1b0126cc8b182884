using System.Globalization;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Pages;

/// <summary>What the map says in words.</summary>
internal static class MapWords
{
    /// <summary>More hostnames than this are counted instead of named.</summary>
    private const int MostNamed = 3;

    public static string? Summary(MapState map)
    {
        if (map.Paths.Count == 0)
            return null;
        var said = Counted(map, HealthState.Broken, "broken").Concat(Counted(map, HealthState.Unknown, "unknown")).ToList();
        return $"{Spoken.Count(map.Paths.Count, "hostname")}, {(said.Count == 0 ? "none broken" : string.Join(", ", said))}";
    }

    private static IEnumerable<string> Counted(MapState map, HealthState state, string word) =>
        map.Paths.Count(path => path.State == state) is > 0 and var count ? [$"{count} {word}"] : [];

    public static string PictureHref(MapFolds folds) => "/api/v1/map/picture" + (folds.NamesText, folds.SquaresText) switch
    {
        (null, null) => "",
        ({ } names, null) => $"?names={Uri.EscapeDataString(names)}",
        (null, { } squares) => $"?squares={Uri.EscapeDataString(squares)}",
        ({ } names, { } squares) => $"?names={Uri.EscapeDataString(names)}&squares={Uri.EscapeDataString(squares)}",
    };

    /// <summary>What stands beside a thing that is pointed at: its name first, then its state, then what passes it.</summary>
    public static string Say(MapThing thing, IReadOnlyList<int> paths, MapDrawing map) =>
        string.Join('\n', new[] { thing.Lead, thing.Said, Passing(thing, paths, map) }.Where(line => line.Length > 0));

    private static string Passing(MapThing thing, IReadOnlyList<int> paths, MapDrawing map) => paths.Count switch
    {
        0 => "",
        1 when thing.Id == MapIds.Hostname(map.Ways[paths[0]].Host) => map.Ways[paths[0]].Way,
        <= MostNamed => string.Join(", ", paths.Select(path => map.Ways[path].Host)),
        _ => $"{paths.Count} hostnames",
    };

    /// <summary>The numbers of paths, as the script of the map reads them.</summary>
    public static string? On(IReadOnlyList<int> paths) => paths.Count == 0 ? null : string.Join(' ', paths.Select(path => path.ToString(CultureInfo.InvariantCulture)));
}
