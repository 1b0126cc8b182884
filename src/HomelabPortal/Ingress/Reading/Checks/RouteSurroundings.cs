using HomelabPortal.Cluster;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>What a route is judged against.</summary>
internal sealed record RouteSurroundings(ClusterState State, BackendIndex Index, IngressOptions Options, DateTimeOffset Now)
{
    public RouteSurroundings(ClusterState state, IngressOptions options, DateTimeOffset now)
        : this(state, new BackendIndex(state), options, now)
    {
    }
}
