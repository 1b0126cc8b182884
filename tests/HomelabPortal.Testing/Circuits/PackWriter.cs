using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace HomelabPortal.Testing.Circuits;

/// <summary>As much of MessagePack as a call of the pages' hub takes.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>One invocation, framed by its length as the hub wants it.</summary>
    public static byte[] Invocation(string? id, string method, params ReadOnlySpan<object?> arguments)
    {
        var writer = new PackWriter();
        writer.Array(6);
        writer.Value(1);
        writer._bytes.Write([(byte)0x80]);
        writer.Value(id);
        writer.Value(method);
        writer.Array(arguments.Length);
        foreach (var argument in arguments)
            writer.Value(argument);
        writer.Array(0);
        return Framed(writer._bytes.WrittenSpan);
    }

    public static byte[] Ping { get; } = Framed([0x91, 6]);

    public static byte[] Framed(ReadOnlySpan<byte> message)
    {
        var length = new List<byte>();
        for (var rest = message.Length; ; rest >>= 7)
        {
            length.Add((byte)(rest < 0x80 ? rest : (rest & 0x7f) | 0x80));
            if (rest < 0x80)
                return [.. length, .. message];
        }
    }

    private void Array(int count) => _bytes.Write([(byte)(0x90 | count)]);

    private void Value(object? value)
    {
        switch (value)
        {
            case null: _bytes.Write([(byte)0xc0]); break;
            case bool flag: _bytes.Write([flag ? (byte)0xc3 : (byte)0xc2]); break;
            case string text: Text(text); break;
            default: Number(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }

    private void Number(long value)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value);
        _bytes.Write(bytes);
    }

    private void Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> head = stackalloc byte[5];
        head[0] = 0xdb;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], utf8.Length);
        _bytes.Write(head);
        _bytes.Write(utf8);
    }
}
