using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;

namespace HomelabPortal.Checks.Asking;

/// <summary>Pure: DNS messages as RFC 1035 has them; as much of them as a check needs.</summary>
internal static class DnsWire
{
    private const int HeadLength = 12;
    private const int MostNames = 32;
    private const int MostAnswers = 100;

    public static IReadOnlyDictionary<string, ushort> Types { get; } = new Dictionary<string, ushort>(StringComparer.Ordinal)
    {
        ["A"] = 1, ["NS"] = 2, ["CNAME"] = 5, ["SOA"] = 6, ["PTR"] = 12, ["MX"] = 15, ["TXT"] = 16, ["AAAA"] = 28, ["SRV"] = 33,
    };

    public static byte[] Ask(ushort id, string name, ushort type)
    {
        var message = new List<byte> { (byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0 };
        foreach (var label in name.TrimEnd('.').Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            message.Add((byte)label.Length);
            message.AddRange(Encoding.ASCII.GetBytes(label));
        }

        message.AddRange([0, (byte)(type >> 8), (byte)type, 0, 1]);
        return [.. message];
    }

    /// <summary>Null when it is no answer to the question with this id, or cannot be read.</summary>
    public static DnsReply? Read(ReadOnlySpan<byte> message, ushort id, ushort type)
    {
        if (message.Length < HeadLength || Number(message, 0) != id || (message[2] & 0x80) == 0)
            return null;
        var (at, answers) = (HeadLength, new List<string>());
        for (var questions = Number(message, 4); questions > 0; questions--)
        {
            if (Name(message, ref at) is null || (at += 4) > message.Length)
                return null;
        }

        for (var rest = Math.Min((int)Number(message, 6), MostAnswers); rest > 0; rest--)
        {
            if (Name(message, ref at) is null || at + 10 > message.Length)
                return null;
            var (found, length) = (Number(message, at), Number(message, at + 8));
            at += 10;
            if (at + length > message.Length)
                return null;
            if (found == type)
            {
                if (Text(message, type, at, length) is not { } text)
                    return null;
                answers.Add(text);
            }

            at += length;
        }

        return new DnsReply(message[3] & 0x0f, (message[2] & 2) != 0, answers);
    }

    private static string? Text(ReadOnlySpan<byte> message, ushort type, int at, int length) => type switch
    {
        1 when length == 4 => new IPAddress(message.Slice(at, 4)).ToString(),
        28 when length == 16 => new IPAddress(message.Slice(at, 16)).ToString(),
        1 or 28 => null,
        2 or 5 or 6 or 12 => Name(message, ref at),
        15 when length > 2 => Number(message, at) is var preference && NameAt(message, at + 2) is { } exchange ? string.Create(CultureInfo.InvariantCulture, $"{preference} {exchange}") : null,
        33 when length > 6 => Service(message, at),
        16 => Strings(message.Slice(at, length)),
        _ => null,
    };

    private static string? Service(ReadOnlySpan<byte> message, int at) => NameAt(message, at + 6) is { } target
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(message, at)} {Number(message, at + 2)} {Number(message, at + 4)} {target}") : null;

    private static string? Strings(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += data[at] + 1)
        {
            if (at + 1 + data[at] > data.Length)
                return null;
            text.Append(Encoding.UTF8.GetString(data.Slice(at + 1, data[at])));
        }

        return text.ToString();
    }

    private static string? NameAt(ReadOnlySpan<byte> message, int at) => Name(message, ref at);

    /// <summary>Follows pointers, which may lead anywhere: only so many labels and jumps are read.</summary>
    private static string? Name(ReadOnlySpan<byte> message, ref int at)
    {
        var (labels, place, end, jumps) = (new List<string>(), at, -1, 0);
        while (place < message.Length && labels.Count <= MostNames * 4)
        {
            int length = message[place];
            if (length == 0)
            {
                at = end < 0 ? place + 1 : end;
                return string.Join('.', labels);
            }

            if ((length & 0xc0) == 0xc0)
            {
                if (place + 1 >= message.Length || ++jumps > MostNames)
                    return null;
                end = end < 0 ? place + 2 : end;
                place = ((length & 0x3f) << 8) | message[place + 1];
                continue;
            }

            if (length > 63 || place + 1 + length > message.Length)
                return null;
            labels.Add(Encoding.ASCII.GetString(message.Slice(place + 1, length)).ToLowerInvariant());
            place += length + 1;
        }

        return null;
    }

    private static ushort Number(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
}
