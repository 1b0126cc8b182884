using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Dns.Contents;

/// <summary>Pure: reads addresses into the shortest form, in which two of them can be compared.</summary>
internal static class AddressText
{
    private static readonly IPNetwork[] _houses =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>"1" and "127.1" are addresses to the framework, but never what somebody meant.</summary>
    public static FieldReading ReadVersion4(string typed) =>
        typed.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit) && (part == "0" || part[0] != '0'))
            && IPAddress.TryParse(typed, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? FieldReading.Good(address.ToString())
            : FieldReading.Bad(typed, "An A record holds an IPv4 address, for example 192.0.2.10.");

    public static FieldReading ReadVersion6(string typed) =>
        typed.Contains(':') && !typed.Contains('%') && !typed.Contains('[') && !typed.Contains('/') && IPAddress.TryParse(typed, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? FieldReading.Good(address.ToString())
            : FieldReading.Bad(typed, "An AAAA record holds an IPv6 address, for example 2001:db8::10.");

    /// <summary>An address of the house, which the Internet cannot reach and Cloudflare does not proxy.</summary>
    public static bool IsOfTheHouse(string text) =>
        IPAddress.TryParse(text, out var address) && (IPAddress.IsLoopback(address) || _houses.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)));
}
