using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Drawing;

/// <summary>Pure: one line for all that goes between the same two places.</summary>
internal static class Lines
{
    /// <summary>A line across several columns flows level for a while, instead of straight over what lies between.</summary>
    private const int LeastBend = 24;

    public static IEnumerable<DrawnLine> Of(MapState state, Anchors anchors)
    {
        var lines = new Dictionary<(string, string), (Anchors.Anchor From, Anchors.Anchor To, SortedSet<int> Paths)>();
        foreach (var (leg, path) in state.Paths.SelectMany((path, index) => path.Legs.Select(leg => (leg, index))).Concat(state.Ties.Select(tie => (tie, -1))))
        {
            // A way that leads back or stays in its column is not drawn: that it is passed is seen at both ends.
            if (anchors.Find(leg.From) is not { } from || anchors.Find(leg.To) is not { } to || from.Right >= to.Left)
                continue;
            if (!lines.TryGetValue((from.Key, to.Key), out var line))
                lines[(from.Key, to.Key)] = line = (from, to, []);
            if (path >= 0)
                line.Paths.Add(path);
        }

        // Lines of one column together and from top to bottom, so that their order stays.
        return lines.Values.OrderBy(line => line.From.Right).ThenBy(line => line.From.Y).ThenBy(line => line.To.Left).ThenBy(line => line.To.Y)
            .Select(line => new DrawnLine($"{line.From.Key}>{line.To.Key}", Shape(line.From, line.To), IsCut(line.Paths, state), [.. line.Paths]));
    }

    private static bool IsCut(SortedSet<int> paths, MapState state) => paths.Count > 0 && paths.All(path => state.Paths[path].State == HealthState.Broken);

    private static string Shape(Anchors.Anchor from, Anchors.Anchor to)
    {
        var bend = Math.Max(LeastBend, (to.Left - from.Right) * 11 / 20);
        return $"M{from.Right} {from.Y}C{from.Right + bend} {from.Y} {to.Left - bend} {to.Y} {to.Left} {to.Y}";
    }
}
