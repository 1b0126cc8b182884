using System.Buffers.Binary;
using System.Text;

namespace HomelabPortal.Testing.Circuits;

/// <summary>Reads MessagePack into arrays, texts, numbers and bytes.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public object? Next()
    {
        var head = _bytes[_at++];
        return head switch
        {
            < 0x80 => (long)head,
            < 0x90 => Map(head & 0x0f),
            < 0xa0 => List(head & 0x0f),
            < 0xc0 => Text(head & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Bytes(Length(1)),
            0xc5 => Bytes(Length(2)),
            0xc6 => Bytes(Length(4)),
            0xcc or 0xd0 => (long)Length(1),
            0xcd or 0xd1 => (long)Length(2),
            0xce or 0xd2 => (long)(uint)Length(4),
            0xcf or 0xd3 => Long(),
            0xd9 => Text(Length(1)),
            0xda => Text(Length(2)),
            0xdb => Text(Length(4)),
            0xdc => List(Length(2)),
            0xde => Map(Length(2)),
            >= 0xe0 => (long)(sbyte)head,
            _ => throw new InvalidDataException($"0x{head:x2} is not expected from the hub."),
        };
    }

    private object?[] List(int count)
    {
        var list = new object?[count];
        for (var index = 0; index < count; index++)
            list[index] = Next();
        return list;
    }

    private object?[] Map(int count) => List(count * 2);

    private string Text(int length) => Encoding.UTF8.GetString(Bytes(length));

    private byte[] Bytes(int length)
    {
        var part = _bytes.Slice(_at, length).ToArray();
        _at += length;
        return part;
    }

    private int Length(int size)
    {
        var value = 0;
        for (var index = 0; index < size; index++)
            value = (value << 8) | _bytes[_at++];
        return value;
    }

    private long Long()
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(_bytes.Slice(_at, 8));
        _at += 8;
        return value;
    }
}
