using HomelabPortal.Cluster;
using HomelabPortal.Hostnames.Watching;

namespace HomelabPortal.Apps.Discovery;

/// <summary>What every candidate is looked at with.</summary>
/// <param name="RouteFault">Why the routes cannot be read now; null while they can.</param>
internal sealed record AppScene(string Instance, bool OnlyAnnotated, IReadOnlySet<string> Hide, HostnameState Hostnames, string? RouteFault)
{
    /// <summary>Where the pods are that annotations select; null while there is no cluster.</summary>
    public ClusterState? Cluster { get; init; }

    /// <summary>What the portal's environment says for a name; null when it says nothing.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;
}
