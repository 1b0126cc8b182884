namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>
/// Packs the points of one series in one block: a byte for the form, a bit for each slot that is there, the means as differences,
/// the distances of least and most when they differ from the mean, and the levels as runs. A quiet hour takes some 150 bytes.
/// </summary>
internal static class ChunkCodec
{
    private const byte Plain = 1;
    private const byte Banded = 2;

    /// <param name="points">One per slot; null for a gap.</param>
    public static byte[] Encode(ReadOnlySpan<StoredPoint?> points)
    {
        var present = Present(points);
        var isBanded = present.Exists(point => !point.Cpu.IsFlat || !point.Memory.IsFlat);
        var writer = new PackedWriter();
        writer.Byte(isBanded ? Banded : Plain);
        writer.Bytes(Bitmap(points));
        WriteBands(writer, present, point => point.Cpu, isBanded);
        WriteBands(writer, present, point => point.Memory, isBanded);
        WriteLevels(writer, present);
        return writer.ToArray();
    }

    /// <returns>Null when the bytes are not what this class writes for so many slots.</returns>
    public static StoredPoint?[]? Decode(ReadOnlySpan<byte> bytes, int slots)
    {
        var reader = new PackedReader(bytes);
        var form = reader.Byte();
        if (form is not (Plain or Banded))
            return null;
        var bitmap = reader.Bytes((slots + 7) / 8);
        if (reader.IsFaulty)
            return null;
        var count = 0;
        for (var slot = 0; slot < slots; slot++)
            count += IsSet(bitmap, slot) ? 1 : 0;
        var cpu = ReadBands(ref reader, count, form == Banded);
        var memory = ReadBands(ref reader, count, form == Banded);
        var levels = ReadLevels(ref reader, count);
        return reader.IsFaulty || !reader.IsAtEnd ? null : Spread(bitmap, slots, cpu, memory, levels);
    }

    private static List<StoredPoint> Present(ReadOnlySpan<StoredPoint?> points)
    {
        var present = new List<StoredPoint>(points.Length);
        foreach (var point in points)
        {
            if (point is { } there)
                present.Add(there);
        }

        return present;
    }

    private static byte[] Bitmap(ReadOnlySpan<StoredPoint?> points)
    {
        var bitmap = new byte[(points.Length + 7) / 8];
        for (var slot = 0; slot < points.Length; slot++)
        {
            if (points[slot] is not null)
                bitmap[slot / 8] |= (byte)(1 << (slot % 8));
        }

        return bitmap;
    }

    private static bool IsSet(ReadOnlySpan<byte> bitmap, int slot) => (bitmap[slot / 8] & (1 << (slot % 8))) != 0;

    private static void WriteBands(PackedWriter writer, List<StoredPoint> points, Func<StoredPoint, Band> quantity, bool isBanded)
    {
        long before = 0;
        foreach (var point in points)
        {
            var band = quantity(point);
            writer.Signed(band.Mean - before);
            before = band.Mean;
            if (!isBanded)
                continue;
            writer.Number(band.Mean - band.Low);
            writer.Number(band.High - band.Mean);
        }
    }

    private static Band[] ReadBands(ref PackedReader reader, int count, bool isBanded)
    {
        var bands = new Band[count];
        long mean = 0;
        for (var index = 0; index < count && !reader.IsFaulty; index++)
        {
            // A wild difference wraps around and is caught as outside.
            mean = unchecked(mean + reader.Signed());
            if (mean is < 0 or > uint.MaxValue)
                return Damaged(ref reader);
            var below = isBanded ? reader.Small((ulong)mean) : 0;
            var above = isBanded ? reader.Small((ulong)(uint.MaxValue - mean)) : 0;
            bands[index] = new Band((uint)mean - below, (uint)mean, (uint)mean + above);
        }

        return bands;
    }

    private static Band[] Damaged(ref PackedReader reader)
    {
        reader.Bytes(-1);
        return [];
    }

    private static void WriteLevels(PackedWriter writer, List<StoredPoint> points)
    {
        for (var start = 0; start < points.Count;)
        {
            var levels = points[start].Levels;
            var end = start + 1;
            while (end < points.Count && points[end].Levels == levels)
                end++;
            writer.Number((ulong)(end - start));
            writer.Number(levels.CpuReserved);
            writer.Number(levels.MemoryReserved);
            writer.Number(levels.CpuCeiling);
            writer.Number(levels.MemoryCeiling);
            start = end;
        }
    }

    private static List<Levels> ReadLevels(ref PackedReader reader, int count)
    {
        var levels = new List<Levels>(count);
        while (levels.Count < count && !reader.IsFaulty)
        {
            var run = (int)reader.Small((ulong)(count - levels.Count));
            var same = new Levels(reader.Small(), reader.Small(), reader.Small(), reader.Small());
            if (run == 0)
                reader.Bytes(-1);
            for (; run > 0; run--)
                levels.Add(same);
        }

        return levels;
    }

    private static StoredPoint?[] Spread(ReadOnlySpan<byte> bitmap, int slots, Band[] cpu, Band[] memory, List<Levels> levels)
    {
        var points = new StoredPoint?[slots];
        var index = 0;
        for (var slot = 0; slot < slots; slot++)
        {
            if (!IsSet(bitmap, slot))
                continue;
            points[slot] = new StoredPoint(cpu[index], memory[index], levels[index]);
            index++;
        }

        return points;
    }
}
