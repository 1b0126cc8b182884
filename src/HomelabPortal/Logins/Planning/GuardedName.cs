using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Logins.Planning;

/// <summary>A name on the Internet that a login policy stands before.</summary>
internal sealed record GuardedName(string OwnerId, string Name, string Policy, ImmutableArray<string> OpenPaths)
{
    /// <summary>Two rules of one name, each for a path, have one login: that of the first.</summary>
    public static IEnumerable<GuardedName> Of(DesiredState desired, DateTimeOffset now) =>
        OfExposures(desired, now).Concat(OfRules(desired)).DistinctBy(guarded => guarded.Name);

    private static IEnumerable<GuardedName> OfExposures(DesiredState desired, DateTimeOffset now) =>
        from exposure in desired.Exposures
        let policy = exposure.LoginPolicy
        where exposure.Visibility == Visibility.Tunnel && !exposure.HasEnded(now) && policy is not null
        select new GuardedName(exposure.Id, exposure.Hostname.Value, policy, exposure.OpenPaths);

    private static IEnumerable<GuardedName> OfRules(DesiredState desired) =>
        from entry in desired.TunnelEntries
        let policy = entry.LoginPolicy
        where policy is not null
        select new GuardedName(entry.Id, entry.Name.Value, policy, []);
}
