using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>The addresses from one to another, both included, as MetalLB writes them. It is never counted through: a /64 has more than could be.</summary>
internal readonly record struct AddressRange(UInt128 First, UInt128 Last, bool IsV6)
{
    /// <summary>Every address of IPv6 is one more than the number holds.</summary>
    public UInt128 Count => Last - First == UInt128.MaxValue ? UInt128.MaxValue : Last - First + 1;

    /// <summary>Reads "10.0.0.0/24", "10.0.0.80-10.0.0.99" and their kin of IPv6; false for anything else.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AddressRange? range)
    {
        range = text.Split('-') switch
        {
            [var first, var last] when Number(first) is var (from, isV6) && Number(last) is var (to, alsoV6) && isV6 == alsoV6 && from <= to => new AddressRange(from, to, isV6),
            [var block] when IPNetwork.TryParse(block.Trim(), out var network) => Of(network),
            [var block] when Block(block) is { } lenient => lenient,
            _ => null,
        };
        return range is not null;
    }

    public bool Contains(IPAddress address) => IsV6 == (address.AddressFamily == AddressFamily.InterNetworkV6) && Number(address) is var number && number >= First && number <= Last;

    public bool Overlaps(AddressRange other) => IsV6 == other.IsV6 && First <= other.Last && other.First <= Last;

    /// <summary>How many end in .0 or .255, which some old devices cannot talk to.</summary>
    public UInt128 Buggy => IsV6 ? 0 : Last / 256 - (First + 255) / 256 + 1 + (Last + 1) / 256 - (First + 256) / 256 + 1;

    /// <summary>Counts every address once, however many ranges it stands in.</summary>
    public static IReadOnlyList<AddressRange> Union(IEnumerable<AddressRange> ranges)
    {
        var union = new List<AddressRange>();
        foreach (var range in ranges.OrderBy(range => range.IsV6).ThenBy(range => range.First))
        {
            if (union is [.., var last] && last.IsV6 == range.IsV6 && range.First <= last.Last)
                union[^1] = last with { Last = UInt128.Max(last.Last, range.Last) };
            else
                union.Add(range);
        }

        return union;
    }

    private static AddressRange Of(IPNetwork network)
    {
        var (isV6, first) = (network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6, Number(network.BaseAddress));
        var hostBits = (isV6 ? 128 : 32) - network.PrefixLength;
        return new AddressRange(first, first | Ones(hostBits), isV6);
    }

    /// <summary>A block whose address has bits beyond its prefix means the block around it.</summary>
    private static AddressRange? Block(string text) =>
        text.Trim().Split('/') is [var address, var bits] && Number(address) is var (number, isV6) && int.TryParse(bits, out var prefix) && prefix >= 0 && prefix <= (isV6 ? 128 : 32)
            ? new AddressRange(number & ~Ones((isV6 ? 128 : 32) - prefix), number | Ones((isV6 ? 128 : 32) - prefix), isV6)
            : null;

    private static UInt128 Ones(int bits) => bits >= 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1;

    private static (UInt128 Number, bool IsV6)? Number(string text) =>
        IPAddress.TryParse(text.Trim(), out var address) ? (Number(address), address.AddressFamily == AddressFamily.InterNetworkV6) : null;

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return written == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
