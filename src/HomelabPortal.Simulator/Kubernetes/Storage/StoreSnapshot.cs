using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>All objects of one resource at one version.</summary>
internal sealed record StoreSnapshot(ImmutableSortedDictionary<string, StoredObject> Items, long ResourceVersion);
