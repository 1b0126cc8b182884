using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster;

/// <summary>All objects of one kind by "namespace/name" (or "name"), with their freshness.</summary>
public sealed record ClusterKind<T>(ImmutableDictionary<string, T> Items, SourceStatus Status)
    where T : class, IKubernetesObject
{
    [SuppressMessage("Design", "CA1000", Justification = "The empty kind belongs to its element type.")]
    public static ClusterKind<T> Syncing { get; } = new(ImmutableDictionary<string, T>.Empty, SourceStatus.Syncing);

    public IEnumerable<T> All => Items.Values;

    public T? Find(string key) => Items.GetValueOrDefault(key);

    public T? Find(string ns, string name) => Items.GetValueOrDefault($"{ns}/{name}");
}
