using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Events;

/// <summary>Events of every type, as they were read last.</summary>
/// <param name="IsCut">True when the cluster has more than are read.</param>
public sealed record EventsRead(ImmutableArray<Event> Events, bool IsCut)
{
    public static EventsRead None { get; } = new([], false);

    /// <summary>What the portal's account lacks; null while it may read.</summary>
    public RbacRule? MissingRule { get; init; }
}
