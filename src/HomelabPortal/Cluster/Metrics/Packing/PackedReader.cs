namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Reads what <see cref="PackedWriter"/> wrote. Bytes that end too early, or never, make it faulty instead of throwing: a damaged row is a gap.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestShift = 63;
    private ReadOnlySpan<byte> _rest = bytes;

    public bool IsFaulty { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte() => Bytes(1) is [var value] ? value : (byte)0;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            IsFaulty = true;
            _rest = [];
            return [];
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift <= LongestShift; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }

        IsFaulty = true;
        return 0;
    }

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number that must fit; one that does not is a fault.</summary>
    public uint Small(ulong most = uint.MaxValue)
    {
        var value = Number();
        if (value <= most)
            return (uint)value;
        IsFaulty = true;
        return 0;
    }
}
