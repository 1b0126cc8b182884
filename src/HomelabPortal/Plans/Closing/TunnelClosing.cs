using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Plans.Closing;

/// <summary>The panic button in words: closing every tunnel route and opening them again.</summary>
internal static class TunnelClosing
{
    public const string CloseWords = "Close all tunnel routes";
    public const string OpenWords = "Open the tunnel routes again";

    public static DesiredEdit Close { get; } = new DesiredEdit.SetTunnelsClosed(true);

    public static DesiredEdit Open { get; } = new DesiredEdit.SetTunnelsClosed(false);

    /// <summary>Pure: the names that the portal puts on the Internet while the tunnels are open.</summary>
    public static ImmutableArray<string> NamesOf(DesiredState state, DateTimeOffset now) =>
    [
        .. state.Exposures.Where(exposure => exposure.Visibility == Visibility.Tunnel && !exposure.HasEnded(now)).Select(exposure => exposure.Hostname.Value)
            .Concat(state.TunnelEntries.Select(entry => entry.Name.Value))
            .Concat(state.DnsEntries.Where(entry => entry.IsTunnelled).Select(entry => entry.Name.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
