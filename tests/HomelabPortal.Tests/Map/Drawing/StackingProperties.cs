using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Drawing;

namespace HomelabPortal.Tests.Map.Drawing;

public sealed class StackingProperties
{
    private const int Gap = 24;

    [Fact]
    public void Near_WhateverIsWished_KeepsOrderRoomAndFrame() => Prop.ForAll(Wishes(), wishes =>
    {
        var heights = wishes.Select(wish => wish.Height).ToList();
        var (top, bottom) = (50, 50 + Stacking.Total(heights, Gap) + 100);
        var places = Stacking.Near([.. wishes.Select(wish => wish.Middle)], heights, Gap, top, bottom);
        return places.Select((place, index) => place >= top && place + heights[index] <= bottom && (index == 0 || places[index - 1] + heights[index - 1] + Gap <= place)).All(fine => fine);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Near_WithRoom_GivesEachItsWish() => Assert.Equal([80, 280], Stacking.Near([100, 300], [40, 40], Gap, 0, 400));

    [Fact]
    public void Centred_InTheMiddle_LeavesTheSameAboveAndBelow() => Assert.Equal([70, 120], Stacking.Centred([40, 60], 10, 0, 250));

    private static Arbitrary<(int Middle, int Height)[]> Wishes() => (
        from count in Gen.Choose(0, 12)
        from wishes in Gen.ArrayOf(from middle in Gen.Choose(-500, 3000) from height in Gen.Choose(20, 200) select (middle, height), count)
        select wishes).ToArbitrary();
}
