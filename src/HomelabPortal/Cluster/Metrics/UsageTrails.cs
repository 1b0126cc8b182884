using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>The last hour of every node for the small lines in tables: put here once a minute, and once at the start from what is stored.</summary>
internal sealed class UsageTrails
{
    private ImmutableDictionary<string, ImmutableArray<Usage?>> _nodes = ImmutableDictionary<string, ImmutableArray<Usage?>>.Empty;

    public ImmutableDictionary<string, ImmutableArray<Usage?>> Nodes
    {
        get => Volatile.Read(ref _nodes);
        set => Volatile.Write(ref _nodes, value);
    }
}
