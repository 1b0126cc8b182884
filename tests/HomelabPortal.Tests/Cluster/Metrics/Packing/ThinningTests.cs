using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Tests.Cluster.Metrics.Packing;

public sealed class ThinningTests
{
    private static readonly Gen<StoredPoint> _point = from cpu in Gen.Choose(0, 100_000) from memory in Gen.Choose(0, 100_000) select StoredPoint.Of((uint)cpu, (uint)memory, Levels.None);

    [Fact]
    public void Thinning_SomePoints_KeepsLeastMostAndMean()
    {
        var thin = Thinning.Of([StoredPoint.Of(10, 7, Levels.None), null, StoredPoint.Of(40, 7, Levels.None), StoredPoint.Of(13, 7, new Levels(1, 2, 3, 4))]);

        Assert.Equal(new StoredPoint(new Band(10, 21, 40), Band.Of(7), new Levels(1, 2, 3, 4)), thin);
    }

    [Fact]
    public void Thinning_NothingAtAll_StaysAGap() => Assert.Null(Thinning.Of([null, null]));

    [Fact]
    public void Thinning_OfWhatWasThinned_HasTheSameLeastAndMost() => Prop.ForAll(_point.ArrayOf(60).ToArbitrary(), points =>
    {
        var once = Thinning.Of(points.Select(point => (StoredPoint?)point))!.Value;
        var twice = Thinning.Of(points.Chunk(15).Select(part => Thinning.Of(part.Select(point => (StoredPoint?)point))))!.Value;
        return (once.Cpu.Low, once.Cpu.High, once.Memory.Low, once.Memory.High) == (twice.Cpu.Low, twice.Cpu.High, twice.Memory.Low, twice.Memory.High)
            && Math.Abs((long)once.Cpu.Mean - twice.Cpu.Mean) <= 1;
    }).QuickCheckThrowOnFailure();
}
