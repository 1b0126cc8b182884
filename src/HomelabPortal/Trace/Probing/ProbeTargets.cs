using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>
/// Pure: what may be tried of a trace. Nobody can name a target: all come from what the lab's own states say of this one hostname.
/// Addresses of the machine itself, of links and of groups are never tried, nor is what lies outside the house.
/// </summary>
internal static class ProbeTargets
{
    private const int Most = 8;
    private const string Pod = "from the portal's pod";

    public static ImmutableArray<ProbeTarget> Of(TraceReport report) =>
    [
        .. report.Entries.SelectMany(entry => entry.Hops).SelectMany(hop => hop.Addresses.Select(place => Target(hop.Kind, place, report.Path))).OfType<ProbeTarget>()
            .DistinctBy(target => (target.Hop, target.Address, target.Port)).Take(Most),
    ];

    public static bool MayBeTried(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return HouseAddresses.IsPrivate(plain) && !IPAddress.IsLoopback(plain) && !plain.IsIPv6LinkLocal && !IsLinkLocal(plain);
    }

    /// <summary>A path comes from the rule of a route, which may hold anything: nothing in it ends the line of a request.</summary>
    public static string Written(string path) => new UriBuilder(Uri.UriSchemeHttp, "localhost") { Path = path }.Uri.AbsolutePath;

    private static ProbeTarget? Target(HopKind hop, HopAddress place, string path)
    {
        if (!IPAddress.TryParse(place.Address, out var address) || !MayBeTried(address) || place.Port is < 1 or > 65535)
            return null;
        return hop switch
        {
            HopKind.Lan => new ProbeTarget(hop, $"straight to {address}", address, place.Port, Manner(place.Port)) { Path = Written(path) },
            // What stands before the machine may take a part of the path away, so its root is asked for.
            HopKind.Machine => new ProbeTarget(hop, Pod, address, place.Port, Manner(place.Port)),
            _ => new ProbeTarget(hop, Pod, address, place.Port, ProbeManner.Connect),
        };
    }

    private static ProbeManner Manner(int port) => port == 443 ? ProbeManner.Https : ProbeManner.Http;

    /// <summary>169.254.0.0/16 holds what clouds tell their machines in confidence.</summary>
    private static bool IsLinkLocal(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
