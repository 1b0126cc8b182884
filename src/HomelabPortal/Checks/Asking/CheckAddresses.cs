using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Checks.Asking;

/// <summary>
/// Pure: where checks and notifications may connect to. The house and the Internet are what they are for;
/// the portal's own machine, links and groups are not, nor is where clouds tell their machines secrets.
/// </summary>
internal static class CheckAddresses
{
    /// <summary>Metadata of a cloud machine; its IPv4 twin is link-local.</summary>
    private static readonly IPAddress _metadata = IPAddress.Parse("fd00:ec2::254");

    private static readonly IPNetwork[] _never =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    /// <summary>Why it is not connected to; null when it may be.</summary>
    public static string? WhyNot(IPAddress address, bool allowsLoopback)
    {
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain))
            return allowsLoopback ? null : $"{address} is the portal's own machine, which is not asked. Checks:AllowLoopback changes that.";
        var isNever = plain.AddressFamily == AddressFamily.InterNetwork
            ? Array.Exists(_never, network => network.Contains(plain))
            : plain.IsIPv6LinkLocal || plain.IsIPv6Multicast || plain.IsIPv6SiteLocal || plain.Equals(IPAddress.IPv6Any) || plain.Equals(_metadata);
        return isNever ? $"{address} belongs to a link, a group or a cloud's own services. Such places are not asked." : null;
    }

    /// <summary>An IPv4 address in whatever way it was put into an IPv6 one.</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        // ::127.0.0.1 is the old way to write the same; :: and ::1 themselves are not meant.
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && address.GetAddressBytes() is [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, var a, var b, var c, var d] && (a | b) != 0)
            return new IPAddress([a, b, c, d]);
        return address;
    }
}
