using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Drawing;

namespace HomelabPortal.Tests.Map.Drawing;

public sealed class MapFoldsTests
{
    [Fact]
    public void Text_OfAnything_IsReadAsItWas() => Prop.ForAll<string?, string?>((names, squares) =>
    {
        var folds = MapFolds.Read(names, squares);
        var again = MapFolds.Read(folds.NamesText, folds.SquaresText);
        return again.Named.SetEquals(folds.Named) && again.Squared.SetEquals(folds.Squared);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turn_Twice_WantsWhatWasThere()
    {
        var turned = MapFolds.None.Turn("node:a", PanelForm.Squares);

        Assert.Equal(PanelForm.Names, turned.Wanted("node:a"));
        Assert.Equal(PanelForm.Squares, turned.Turn("node:a", PanelForm.Names).Wanted("node:a"));
    }

    [Fact]
    public void Read_OfFarTooMuch_IsBounded() => Assert.InRange(MapFolds.Read(string.Join('~', Enumerable.Range(0, 5000)), null).Named.Count, 1, 200);
}
