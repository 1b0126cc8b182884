using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Reading;

namespace HomelabPortal.Tests.Cluster.Metrics.Reading;

public sealed class BucketsTests
{
    [Fact]
    public void Steps_SomeMinutesMissing_AreTheMeanOfTheRest()
    {
        var points = Buckets.Of([], Minutes((100, 1), (102, 3)), 100, 5, 2);

        Assert.Equal([2u, null], points.Select(point => point?.Cpu.Mean));
    }

    [Fact]
    public void Steps_FinerThanWhatIsStored_ShowItInEachOfThem()
    {
        var coarse = new StoredPoint?[MetricTime.SlotsOf(15)];
        coarse[1] = new StoredPoint(new Band(1, 2, 9), Band.Of(5), Levels.None);

        var points = Buckets.Of([new StoredChunk(15, 360, ChunkCodec.Encode(coarse))], Minutes(), 370, 5, 5);

        Assert.Equal([null, 9u, 9u, 9u, null], points.Select(point => point?.Cpu.High));
    }

    [Fact]
    public void Minutes_InMemoryAndStored_AreThoseOfMemory()
    {
        var stored = new StoredPoint?[60];
        stored[5] = stored[6] = StoredPoint.Of(1, 1, Levels.None);

        var points = Buckets.Of([new StoredChunk(1, 360, ChunkCodec.Encode(stored))], Minutes((366, 7)), 365, 1, 3);

        Assert.Equal([1u, 7u, null], points.Select(point => point?.Cpu.Mean));
    }

    [Fact]
    public void Chunk_ThatBeginsBeforeAndEndsAfter_GivesWhatIsWithin()
    {
        var stored = Enumerable.Range(0, 60).Select(minute => (StoredPoint?)StoredPoint.Of((uint)minute, 0, Levels.None)).ToArray();

        Assert.Equal([10u, 11u, 12u], Buckets.Of([new StoredChunk(1, 360, ChunkCodec.Encode(stored))], Minutes(), 370, 1, 3).Select(point => point!.Value.Cpu.Mean));
    }

    private static SortedDictionary<long, StoredPoint> Minutes(params (long Minute, uint Value)[] minutes) =>
        new(minutes.ToDictionary(entry => entry.Minute, entry => StoredPoint.Of(entry.Value, entry.Value, Levels.None)));
}
