using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;

namespace HomelabPortal.Tests.Map.Drawing;

/// <summary>Whatever a lab is made of.</summary>
public sealed class MapLayoutProperties
{
    [Fact]
    public void Panels_OfAnyMap_DoNotMeet() => Prop.ForAll(Sketches.Any, map =>
    {
        var panels = Draw(map).Panels;
        return panels.SelectMany((one, index) => panels.Skip(index + 1).Select(other => (one, other))).All(pair => !pair.one.Place.Meets(pair.other.Place));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Things_OfAnyMap_LieInTheirPanelAndDoNotMeet() => Prop.ForAll(Sketches.Any, map => Draw(map).Panels.All(panel =>
        panel.Things.All(thing => panel.Place.Holds(thing.Place)) && panel.Things.Zip(panel.Things.Skip(1)).All(pair => !pair.First.Place.Meets(pair.Second.Place)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Panels_OfAnyMap_LieInTheFrame() => Prop.ForAll(Sketches.Any, map =>
    {
        var drawing = Draw(map);
        return drawing.Panels.All(panel => new Box(0, 0, drawing.Width, drawing.Height).Holds(panel.Place));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Drawing_OfTheSameMap_IsTheSame() => Prop.ForAll(Sketches.Any, map => Draw(map) == Draw(map)).QuickCheckThrowOnFailure();

    /// <summary>What somebody looks at stays where it is, whatever breaks.</summary>
    [Fact]
    public void Drawing_OfOtherStates_MovesNothing() => Prop.ForAll(Sketches.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (map, seed) =>
    {
        var (before, after) = (Draw(map), Draw(Sketches.Recoloured(map, seed)));
        // Counts are lines of states: more states are more lines.
        var counted = before.Panels.Any(panel => panel.Form == PanelForm.Counts);
        return counted || (Frame(before) == Frame(after) && before.Panels.Select(panel => panel.Place).SequenceEqual(after.Panels.Select(panel => panel.Place))
            && before.Things.Select(thing => (thing.Thing.Id, thing.Place)).SequenceEqual(after.Things.Select(thing => (thing.Thing.Id, thing.Place)))
            && before.Lines.Select(line => line.Shape).SequenceEqual(after.Lines.Select(line => line.Shape)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Things_OfAnyMap_KeepTheirOrder() => Prop.ForAll(Sketches.Any, map => Draw(map).Panels.All(panel =>
        panel.Form == PanelForm.Counts || panel.Things.Select(thing => thing.Thing.Id).SequenceEqual(panel.Panel.Things.Select(thing => thing.Id)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_OfAnyMap_GoForwardAndStandOnceEach() => Prop.ForAll(Sketches.Any, map =>
    {
        var lines = Draw(map).Lines;
        return lines.Select(line => line.Key).Distinct().Count() == lines.Count && lines.All(line => line.Paths.All(path => path >= 0 && path < map.Paths.Count));
    }).QuickCheckThrowOnFailure();

    private static MapDrawing Draw(MapState map) => MapLayout.Of(map, MapFolds.None);

    private static (int, int) Frame(MapDrawing drawing) => (drawing.Width, drawing.Height);
}
