using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>
/// Pure: puts a map in its place. The same map is always laid out in the same way, and no state moves anything.
/// <code>
/// columns          from left to right, in the order of a request
/// groups           together in the middle of the frame's height
/// what is alone    as near as possible to the middle of the names that pass it
/// </code>
/// </summary>
internal static class MapLayout
{
    public static MapDrawing Of(MapState state, MapFolds folds)
    {
        var columns = Sized(state, folds);
        var tallest = columns.Select(column => Stacking.Total(column.Heights, Measures.GapIn(column.Column.Place))).DefaultIfEmpty(0).Max();
        var (top, bottom) = (Measures.Margin + Measures.HeadingRoom, Measures.Margin + Measures.HeadingRoom + Measures.FrameHeight(tallest));
        var paths = PathsOf(state);
        var names = columns.FirstOrDefault(column => column.Column.Place == MapPlace.Names) is { } passed ? Middles(passed, top, bottom) : [];
        var panels = columns.SelectMany(column => Places(column, state, names, top, bottom)
            .Select((y, index) => PanelLayout.Of(column.Column.Panels[index], column.Forms[column.Column.Panels[index].Id], new Box(column.X, y, column.Width, column.Heights[index]), id => paths[id]))).ToList();
        return new MapDrawing(
            columns.Count == 0 ? 2 * Measures.Margin : columns[^1].X + columns[^1].Width + Measures.Margin, bottom + Measures.Margin,
            [.. columns.Select(column => new DrawnHeading(column.Column.Title, column.X + (column.Width / 2), Measures.Margin + 12))],
            [.. panels], [.. Lines.Of(state, new Anchors(panels))], state.Paths);
    }

    private static List<SizedColumn> Sized(MapState state, MapFolds folds)
    {
        var (columns, x) = (new List<SizedColumn>(), Measures.Margin);
        foreach (var column in state.Columns)
        {
            var (width, forms) = (Measures.WidthOf(column.Place), PanelForms.Of(column, folds));
            x += columns.Count == 0 ? 0 : Measures.RoomBefore(column.Place);
            columns.Add(new SizedColumn(column, x, width, forms, [.. column.Panels.Select(panel => PanelLayout.HeightOf(panel, forms[panel.Id], width))]));
            x += width;
        }

        return columns;
    }

    /// <summary>The paths that pass each thing.</summary>
    private static ILookup<string, int> PathsOf(MapState state) => state.Paths
        .SelectMany((path, index) => path.Legs.SelectMany(leg => new[] { leg.From, leg.To }).Distinct().Select(id => (Id: id, Path: index))).ToLookup(pair => pair.Id, pair => pair.Path);

    /// <summary>The middle of each hostname's panel, by the hostname's id.</summary>
    private static Dictionary<string, int> Middles(SizedColumn names, int top, int bottom)
    {
        var places = Stacking.Centred(names.Heights, Measures.GapIn(MapPlace.Names), top, bottom);
        return names.Column.Panels.SelectMany((panel, index) => panel.Things.Select(thing => (thing.Id, Middle: places[index] + (names.Heights[index] / 2)))).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Middle);
    }

    private static int[] Places(SizedColumn column, MapState state, Dictionary<string, int> names, int top, int bottom)
    {
        if (column.Column.Place is not (MapPlace.Origin or MapPlace.WayIn or MapPlace.Ingress))
            return Stacking.Centred(column.Heights, Measures.GapIn(column.Column.Place), top, bottom);
        var middle = (top + bottom) / 2;
        return Stacking.Near([.. column.Column.Panels.Select(panel => column.Column.Place == MapPlace.Ingress ? middle : Wish(panel.Id, state, names) ?? middle)], column.Heights, Measures.GapIn(column.Column.Place), top, bottom);
    }

    /// <summary>The middle of the panels whose names begin or go on here.</summary>
    private static int? Wish(string id, MapState state, Dictionary<string, int> names)
    {
        var wishes = state.Paths.SelectMany(path => path.Legs.Where(leg => leg.From == id || leg.To == id))
            .Select(leg => names.TryGetValue(leg.From == id ? leg.To : leg.From, out var middle) ? middle : (int?)null).OfType<int>().Distinct().ToList();
        return wishes.Count > 0 ? wishes.Sum() / wishes.Count : null;
    }

    private sealed record SizedColumn(MapColumn Column, int X, int Width, Dictionary<string, PanelForm> Forms, int[] Heights);
}
