using System.Buffers.Binary;
using System.Net.Sockets;

namespace HomelabPortal.Checks.Asking;

/// <summary>Pure: ICMP echoes as RFC 792 and 4443 have them. The answer to one is known by its token, since the system may change every other part.</summary>
internal static class Echo
{
    private const int HeadLength = 8;

    public static byte[] Ask(AddressFamily family, ushort sequence, ReadOnlySpan<byte> token)
    {
        var packet = new byte[HeadLength + token.Length];
        packet[0] = family == AddressFamily.InterNetwork ? (byte)8 : (byte)128;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), sequence);
        token.CopyTo(packet.AsSpan(HeadLength));
        // Of IPv6 the system fills it in: it covers the addresses as well.
        if (family == AddressFamily.InterNetwork)
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), Sum(packet));
        return packet;
    }

    public static bool IsAnswer(AddressFamily family, ReadOnlySpan<byte> packet, ReadOnlySpan<byte> token)
    {
        // A raw socket of IPv4 gives the header of the packet as well.
        if (family == AddressFamily.InterNetwork && packet.Length > 0 && packet[0] >> 4 == 4)
            packet = packet[Math.Min((packet[0] & 0x0f) * 4, packet.Length)..];
        return packet.Length >= HeadLength + token.Length && packet[0] == (family == AddressFamily.InterNetwork ? 0 : 129) && packet.Slice(HeadLength, token.Length).SequenceEqual(token);
    }

    private static ushort Sum(ReadOnlySpan<byte> packet)
    {
        uint sum = 0;
        for (var at = 0; at < packet.Length; at += 2)
            sum += (uint)(packet[at] << 8 | (at + 1 < packet.Length ? packet[at + 1] : 0));
        while (sum >> 16 != 0)
            sum = (sum & 0xffff) + (sum >> 16);
        return (ushort)~sum;
    }
}
