using HomelabPortal.Map.Reading;
using HomelabPortal.Map.Reading.Columns;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>Pure: the size of a panel, and where the things in it stand.</summary>
internal static class PanelLayout
{
    private const int NameStart = 26;

    /// <summary>Beside the title of a group stand its icon, its state and its count.</summary>
    private const int GroupRest = 88;

    /// <summary>Beside what stands alone, its icon, and its state where it has one.</summary>
    private const int StationRest = 66;
    private const int StatelessRest = 42;

    public static int HeightOf(MapPanel panel, PanelForm form, int width) => panel.Things.Count == 0
        ? Measures.StationHeight
        : Measures.HeaderHeight + Measures.Padding + form switch
        {
            PanelForm.Names => panel.Things.Count * Measures.RowHeight,
            PanelForm.Squares => Lines(panel.Things.Count, Measures.SquaresInRow(width)) * Measures.SquarePitch,
            _ => panel.Things.GroupBy(thing => thing.State).Count() * Measures.RowHeight,
        };

    /// <param name="paths">The paths that pass a thing.</param>
    public static DrawnPanel Of(MapPanel panel, PanelForm form, Box place, Func<string, IEnumerable<int>> paths)
    {
        ValueList<DrawnThing> things = form switch
        {
            PanelForm.Names => [.. panel.Things.Select((thing, index) => Row(thing, index, place, [.. paths(thing.Id)]))],
            PanelForm.Squares => [.. panel.Things.Select((thing, index) => OfSquare(thing, index, place, [.. paths(thing.Id)]))],
            _ => [.. Counts(panel).Select((count, index) => Row(count.Thing, index, place, [.. count.Ids.SelectMany(paths).Distinct().Order()]))],
        };
        return new DrawnPanel(
            panel, place, form, FitText.Middle(panel.Head.Name, FitText.HeavyLettersIn(place.Width - (things.Count > 0 ? GroupRest : panel.Head.State is null ? StatelessRest : StationRest))), things,
            [.. things.SelectMany(thing => thing.Paths).Concat(paths(panel.Id)).Distinct().Order()]);
    }

    private static DrawnThing Row(MapThing thing, int index, Box panel, ValueList<int> paths)
    {
        var letters = FitText.LettersIn(panel.Width - NameStart - Measures.Padding);
        var (text, tail) = thing.Kind == MapKind.Hostname ? FitText.Hostname(thing.Name, letters) : (FitText.Middle(thing.Name, letters), "");
        return new DrawnThing(thing, new Box(panel.X + 1, panel.Y + Measures.HeaderHeight + (index * Measures.RowHeight), panel.Width - 2, Measures.RowHeight), text, tail, paths);
    }

    private static DrawnThing OfSquare(MapThing thing, int index, Box panel, ValueList<int> paths)
    {
        var inRow = Measures.SquaresInRow(panel.Width);
        var (x, y) = (panel.X + Measures.Padding + (index % inRow * Measures.SquarePitch), panel.Y + Measures.HeaderHeight + (index / inRow * Measures.SquarePitch));
        return new DrawnThing(thing, new Box(x, y, Measures.Square, Measures.Square), "", "", paths);
    }

    private static IEnumerable<(MapThing Thing, IEnumerable<string> Ids)> Counts(MapPanel panel) => panel.Things.GroupBy(thing => thing.State).OrderByDescending(group => group.Key)
        .Select(group => (new MapThing($"{panel.Id}:{group.Key}", panel.Head.Kind, Groups.Tally(group), group.Key, "", panel.Head.Href), group.Select(thing => thing.Id)));

    private static int Lines(int count, int inRow) => (count + inRow - 1) / inRow;
}
