using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Tests.Cluster.Metrics.Packing;

public sealed class ChunkCodecTests
{
    private static readonly Gen<uint> _number = Gen.OneOf(Gen.Choose(0, 50_000).Select(value => (uint)value), Gen.Elements(0u, 1u, uint.MaxValue - 1, uint.MaxValue), Gen.Choose(0, int.MaxValue).Select(value => (uint)value * 2));

    private static readonly Gen<Band> _band =
        from one in _number
        from two in _number
        from three in _number
        let sorted = new[] { one, two, three }.Order().ToArray()
        select new Band(sorted[0], sorted[1], sorted[2]);

    private static readonly Gen<Levels> _levels = Gen.OneOf(
        Gen.Constant(Levels.None),
        from cpu in _number from memory in _number select new Levels(cpu, memory, memory, cpu));

    private static readonly Gen<StoredPoint?> _point =
        from isThere in Gen.Choose(0, 3)
        from cpu in _band
        from memory in _band
        from levels in _levels
        select isThere == 0 ? (StoredPoint?)null : new StoredPoint(cpu, memory, levels);

    private static readonly Gen<StoredPoint?> _plain = _point.Select(point => point is { } there ? StoredPoint.Of(there.Cpu.Mean, there.Memory.Mean, there.Levels) : (StoredPoint?)null);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(60)]
    public void Encode_AnyPoints_DecodeToTheSame(int slots)
    {
        Prop.ForAll(_point.ArrayOf(slots).ToArbitrary(), Survives).QuickCheckThrowOnFailure();
        Prop.ForAll(_plain.ArrayOf(slots).ToArbitrary(), Survives).QuickCheckThrowOnFailure();

        bool Survives(StoredPoint?[] points) => ChunkCodec.Decode(ChunkCodec.Encode(points), slots)!.SequenceEqual(points);
    }

    [Fact]
    public void Decode_AnyBytes_GivesPointsInOrderOrNull() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => ChunkCodec.Decode([1, .. bytes], 60) is not { } points || points.All(point => point is not { } there || there.Cpu.Low <= there.Cpu.Mean && there.Cpu.Mean <= there.Cpu.High))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_CutOffAnywhere_IsNull() => Prop.ForAll(_point.ArrayOf(60).ToArbitrary(), points =>
    {
        var bytes = ChunkCodec.Encode(points);
        return Enumerable.Range(0, bytes.Length).All(length => ChunkCodec.Decode(bytes.AsSpan(0, length), 60) is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_OneByteFlipped_NeverThrows() => Prop.ForAll(_point.ArrayOf(60).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), (points, at) =>
    {
        var bytes = ChunkCodec.Encode(points);
        bytes[at % bytes.Length] ^= (byte)(1 << (at % 8));
        ChunkCodec.Decode(bytes, 60);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_MoreBytesThanPoints_IsNull() => Assert.Null(ChunkCodec.Decode([.. ChunkCodec.Encode(new StoredPoint?[60]), 0], 60));

    [Fact]
    public void Encode_AQuietHour_TakesLittle()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 60).Select(_ => (StoredPoint?)StoredPoint.Of((uint)(1200 + random.Next(-60, 60)), (uint)(412_000 + random.Next(-500, 500)), new Levels(1000, 262_144, 0, 524_288))).ToArray();

        Assert.InRange(ChunkCodec.Encode(points).Length, 1, 280);
    }

    [Fact]
    public void Slab_AnySeries_ComesBack() => Prop.ForAll(_plain.ArrayOf(60).ArrayOf(5).ToArbitrary(), series =>
    {
        var numbered = series.Select((points, index) => (SeriesId: index * 1000 + 1, Points: points)).ToList();
        var back = SlabCodec.Decode(SlabCodec.Encode(numbered));
        return back.Count == 5 && back.Zip(numbered).All(pair => pair.First.SeriesId == pair.Second.SeriesId && pair.First.Points.SequenceEqual(pair.Second.Points));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slab_DamagedAtTheEnd_KeepsWhatCameBefore()
    {
        var one = StoredPoint.Of(1, 2, Levels.None);
        var bytes = SlabCodec.Encode([(1, [one, .. new StoredPoint?[59]]), (2, [one, .. new StoredPoint?[59]])]);

        Assert.Equal([1], SlabCodec.Decode(bytes.AsSpan(0, bytes.Length - 1)).Select(series => series.SeriesId));
    }
}
