using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Map.Drawing;

public sealed class MapLayoutTests
{
    [Fact]
    public void Lab_OfThirtyApps_NamesEveryNameServiceAndClaim()
    {
        var drawing = MapLayout.Of(Sketches.Lab(30, 4, 4), MapFolds.None);

        Assert.All(drawing.Panels.Where(panel => panel.Panel.Id.Split(':')[0] is "names" or "namespace" or "storage"), panel => Assert.Equal(PanelForm.Names, panel.Form));
        Assert.InRange(drawing.Height, 1, 960);
    }

    /// <summary>Every one of three hundred is still there to be pointed at, on a picture that is no taller than one of forty.</summary>
    [Fact]
    public void Lab_OfThreeHundredApps_ShowsEachAsASquareInOneFrame()
    {
        var drawing = MapLayout.Of(Sketches.Lab(300, 8, 5), MapFolds.None);

        Assert.Equal(300, drawing.Things.Count(thing => thing.Thing.Kind == MapKind.Hostname && thing.IsSquare));
        Assert.Equal(300, drawing.Things.Count(thing => thing.Thing.Kind == MapKind.Claim && thing.IsSquare));
        Assert.InRange(drawing.Height, 1, 1200);
        Assert.InRange(drawing.Width, 1, 1600);
        Assert.InRange(drawing.Lines.Count, 1, 200);
    }

    [Fact]
    public void Lab_OfThreeHundredApps_LeadsEveryPathFromEndToEnd()
    {
        var drawing = MapLayout.Of(Sketches.Lab(300, 8, 5), MapFolds.None);

        Assert.All(Enumerable.Range(0, 300), path => Assert.Equal(6, drawing.Lines.Count(line => line.Paths.Contains(path))));
    }

    [Fact]
    public void Panel_WithMoreThanSquaresCanShow_CountsByState()
    {
        var map = Sketches.Lab(700, 8, 1);

        var claims = MapLayout.Of(map, MapFolds.None).Panels.Single(panel => panel.Panel.Id == "storage:longhorn");

        Assert.Equal(PanelForm.Counts, claims.Form);
        Assert.Equal(["700 healthy"], claims.Things.Select(thing => thing.Text));
        Assert.Equal(700, Assert.Single(claims.Things).Paths.Count);
    }

    [Fact]
    public void Panel_ThatSomebodyFolded_IsDrawnAsTheyWant()
    {
        var map = Sketches.Lab(30, 4, 4);
        var folds = MapFolds.None.Turn("names:House", PanelForm.Names).Turn("node:1", PanelForm.Squares);

        var forms = MapLayout.Of(map, folds).Panels.ToDictionary(panel => panel.Panel.Id, panel => panel.Form);

        Assert.Equal((PanelForm.Squares, PanelForm.Names, PanelForm.Names), (forms["names:House"], forms["node:1"], forms["names:Tunnel"]));
    }

    [Fact]
    public void Panel_ThatSomebodyOpened_LeavesTheOthersOfItsColumnAsTheyWere()
    {
        var map = Sketches.Lab(300, 8, 5);
        Dictionary<string, PanelForm> Forms(MapFolds folds) => MapLayout.Of(map, folds).Panels.ToDictionary(panel => panel.Panel.Id, panel => panel.Form);

        var (before, after) = (Forms(MapFolds.None), Forms(MapFolds.None.Turn("namespace:3", PanelForm.Squares)));

        Assert.Equal(PanelForm.Names, after["namespace:3"]);
        Assert.Equal(before.Where(panel => panel.Key != "namespace:3"), after.Where(panel => panel.Key != "namespace:3"));
    }

    [Fact]
    public void Line_ThatNobodyGetsThrough_IsCutAndNoOther()
    {
        var map = Sketches.Lab(9, 3, 2);
        var broken = map with { Paths = [.. map.Paths.Select((path, index) => index == 4 ? path with { State = HealthState.Broken } : path)] };

        var cut = MapLayout.Of(broken, MapFolds.None).Lines.Where(line => line.IsCut).Select(line => line.Key);

        Assert.Equal(["house>name:4", "name:4>address:a", "ingress>service:4", "service:4>node:0/", "node:0/>claim:4"], cut);
    }

    [Fact]
    public void Place_OfWhatIsAlone_IsBesideTheNamesThatPassIt()
    {
        var panels = MapLayout.Of(Sketches.Lab(30, 4, 4), MapFolds.None).Panels.ToDictionary(panel => panel.Panel.Id, panel => panel.Place);

        Assert.InRange(panels["tunnel:t"].Middle, panels["names:Tunnel"].Y, panels["names:Tunnel"].Bottom);
        Assert.InRange(panels["house"].Middle, panels["names:House"].Y, panels["names:House"].Bottom);
    }

    /// <summary>One app more moves its like by no more than its own line, and leaves every column where it is.</summary>
    [Fact]
    public void Lab_WithOneAppMore_KeepsColumnsAndOrder()
    {
        var (before, after) = (MapLayout.Of(Sketches.Lab(30, 4, 4), MapFolds.None), MapLayout.Of(Sketches.Lab(31, 4, 4), MapFolds.None));
        var places = after.Things.ToDictionary(thing => thing.Thing.Id, thing => thing.Place);

        Assert.All(before.Things, thing => Assert.Equal(thing.Place.X, places[thing.Thing.Id].X));
        Assert.All(before.Things, thing => Assert.InRange(Math.Abs(thing.Place.Y - places[thing.Thing.Id].Y), 0, 48));
    }

    [Fact]
    public void Drawing_OfNothing_IsAnEmptyFrame() => Assert.Empty(MapLayout.Of(MapState.Unread, MapFolds.None).Panels);
}
