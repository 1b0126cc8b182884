using System.Collections.Immutable;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Watching;

/// <summary>Bounds the events that are kept, newest first to stay.</summary>
internal static class LatestEvents
{
    public const int Most = 500;

    public static ClusterKind<Event> Of(ClusterKind<Event> events) => events.Items.Count <= Most
        ? events
        : events with { Items = events.Items.OrderByDescending(entry => entry.Value.LastSeen()).Take(Most).ToImmutableDictionary() };
}
