using System.Globalization;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>A pool of MetalLB with what is used of it.</summary>
/// <param name="Addresses">Its ranges as written.</param>
/// <param name="Used">Addresses that services hold; a shared one counts once.</param>
/// <param name="Total">Null when a range cannot be read.</param>
/// <param name="IsCounted">True when MetalLB itself counts; false when the portal does.</param>
/// <param name="AdvertisedBy">"L2 lan", "BGP core".</param>
public sealed record AddressPool(
    string Namespace, string Name, ValueList<string> Addresses, UInt128 Used, UInt128? Total, bool IsCounted, bool AutoAssigns, ValueList<string> AdvertisedBy, ValueList<Finding> Findings, Verdict Health)
{
    /// <summary>More than this nobody counts.</summary>
    private const long Many = 1_000_000;

    public UInt128? Free => Total is { } total ? total > Used ? total - Used : 0 : null;

    public double? Share => Total is { } total && total > 0 ? Math.Min(1, (double)Used / (double)total) : null;

    /// <summary>"3 of 20 used".</summary>
    public string UsedText => Total is null ? $"{Used} used" : $"{Used} of {Number(Total.Value)} used";

    public string FreeText => Free is { } free ? Number(free) : "unknown";

    private static string Number(UInt128 number) => number > Many ? "over a million" : ((long)number).ToString(CultureInfo.CurrentCulture);
}
