using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Logins.Policies;

/// <summary>Pure: which names a login policy guards, and which have none.</summary>
internal static class PolicyUses
{
    public static ImmutableArray<string> Of(string policyId, DesiredState desired) =>
    [
        .. desired.Exposures.Where(exposure => exposure.LoginPolicy == policyId).Select(exposure => exposure.Hostname.Value)
            .Concat(desired.TunnelEntries.Where(entry => entry.LoginPolicy == policyId).Select(entry => entry.Name.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What anyone on the Internet can open, with where to change that.</summary>
    public static ImmutableArray<(string Name, string Href)> Unguarded(DesiredState desired, DateTimeOffset now) =>
    [
        .. desired.Exposures.Where(exposure => exposure is { Visibility: Visibility.Tunnel, LoginPolicy: null, IsPublicWithoutLogin: true } && !exposure.HasEnded(now))
            .Select(exposure => (exposure.Hostname.Value, $"/exposures/{exposure.Id}"))
            .Concat(desired.TunnelEntries.Where(entry => entry is { LoginPolicy: null, IsPublicWithoutLogin: true }).Select(entry => (entry.Name.Value, $"/tunnels/{entry.TunnelId}")))
            .Order(),
    ];
}
