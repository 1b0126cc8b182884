using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Kubernetes;

/// <summary>Everything known about one kind at one moment.</summary>
/// <param name="Items">By "namespace/name", or "name" for cluster-scoped kinds. An object that did not change keeps its instance.</param>
/// <param name="State">How far the items can be believed.</param>
/// <param name="LastSyncAt">When the last whole list arrived; null when none has.</param>
/// <param name="LastEventAt">When the server last said anything: a list, an event or a bookmark.</param>
/// <param name="Fault">Why the store does not follow the server, in words for a person; null while it does.</param>
/// <param name="ResourceVersion">Up to where the items are known; null before the first list.</param>
[SuppressMessage("Design", "CA1000", Justification = "Unknown reads best on the type itself.")]
public sealed record ResourceSnapshot<T>(
    ImmutableDictionary<string, T> Items,
    StoreState State,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? LastEventAt,
    string? Fault,
    string? ResourceVersion)
    where T : class, IKubernetesObject
{
    /// <summary>Nothing known yet.</summary>
    public static ResourceSnapshot<T> Unknown { get; } = new(ImmutableDictionary<string, T>.Empty, StoreState.Syncing, null, null, null, null);
}
