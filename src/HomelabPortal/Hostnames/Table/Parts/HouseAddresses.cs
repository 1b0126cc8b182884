using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Pure: which addresses are no place on the Internet. Whatever is doubtful counts as not public.</summary>
internal static class HouseAddresses
{
    private static readonly IPNetwork[] _house =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
    ];

    /// <summary>For protocols, documents, measurements, groups and the future.</summary>
    private static readonly IPNetwork[] _reserved =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    /// <summary>Global unicast; within it, ranges that carry an IPv4 address or are for documents.</summary>
    private static readonly IPNetwork _global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] _notGlobal =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>Belongs to a house: the private ranges and a machine's own addresses.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? Array.Exists(_house, network => network.Contains(plain))
            : plain.IsIPv6LinkLocal || plain.IsIPv6UniqueLocal || IPAddress.IsLoopback(plain);
    }

    /// <summary>An address that anybody on the Internet could mean; only such a one may be connected to from here.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(_house, network => network.Contains(plain)) && !Array.Exists(_reserved, network => network.Contains(plain))
            : plain.AddressFamily == AddressFamily.InterNetworkV6 && plain.ScopeId == 0 && _global.Contains(plain) && !Array.Exists(_notGlobal, network => network.Contains(plain));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
