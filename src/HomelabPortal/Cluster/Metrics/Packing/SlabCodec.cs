namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Packs some minutes of one hour of all series together: per series its id, a length, and its points as <see cref="ChunkCodec"/> packs an hour.</summary>
internal static class SlabCodec
{
    public static byte[] Encode(IEnumerable<(int SeriesId, StoredPoint?[] Points)> series)
    {
        var writer = new PackedWriter();
        foreach (var (id, points) in series)
        {
            var packed = ChunkCodec.Encode(points);
            writer.Number((ulong)id);
            writer.Number((ulong)packed.Length);
            writer.Bytes(packed);
        }

        return writer.ToArray();
    }

    /// <summary>Everything up to where the bytes are damaged.</summary>
    public static IReadOnlyList<(int SeriesId, StoredPoint?[] Points)> Decode(ReadOnlySpan<byte> bytes)
    {
        var series = new List<(int, StoredPoint?[])>();
        var reader = new PackedReader(bytes);
        while (!reader.IsAtEnd)
        {
            var id = (int)reader.Small(int.MaxValue);
            var packed = reader.Bytes((int)reader.Small(int.MaxValue));
            if (reader.IsFaulty || ChunkCodec.Decode(packed, MetricTime.MinutesOfAnHour) is not { } points)
                break;
            series.Add((id, points));
        }

        return series;
    }
}
