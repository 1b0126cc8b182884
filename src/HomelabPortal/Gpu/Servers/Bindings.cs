using System.Net;

namespace HomelabPortal.Gpu.Servers;

/// <summary>Pure: what the address means that a port is bound to.</summary>
internal static class Bindings
{
    /// <summary>All addresses of the host; Docker writes it as 0.0.0.0, as :: or not at all.</summary>
    public static bool IsEverywhere(string address) => address.Length == 0 || (IPAddress.TryParse(address, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    /// <summary>The host alone, which no other machine reaches.</summary>
    public static bool IsLoopback(string address) => IPAddress.TryParse(address, out var ip) && IPAddress.IsLoopback(ip);
}
