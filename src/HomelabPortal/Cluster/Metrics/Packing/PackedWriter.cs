namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Writes whole numbers in as few bytes as they need: seven bits a byte, the lowest first.</summary>
internal sealed class PackedWriter
{
    private readonly List<byte> _bytes = new(256);

    public void Byte(byte value) => _bytes.Add(value);

    public void Bytes(ReadOnlySpan<byte> values) => _bytes.AddRange(values);

    public void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
    }

    /// <summary>Small numbers of either sign stay short: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public byte[] ToArray() => [.. _bytes];
}
