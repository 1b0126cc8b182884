using HomelabPortal.Desired;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>Pure: the rules of a tunnel that the portal wants, exposures included.</summary>
internal static class OurSlots
{
    public static IReadOnlySet<RuleSlot> In(string tunnelId, DesiredState desired) => desired.TunnelEntries.Where(entry => entry.TunnelId == tunnelId)
        .Select(entry => new RuleSlot(entry.Name.Value, entry.Path ?? ""))
        .Concat(desired.Exposures.Where(exposure => exposure.Visibility == Visibility.Tunnel).Select(exposure => new RuleSlot(exposure.Hostname.Value, "")))
        .ToHashSet();
}
