using System.Collections.Immutable;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Tells whether collections have changed since it was last asked, at no cost when they have not.</summary>
internal sealed class ChangeGate(KubernetesStore store, params (string Group, string Plural)[] resources)
{
    private readonly ImmutableSortedDictionary<string, StoredObject>?[] _seen = new ImmutableSortedDictionary<string, StoredObject>?[resources.Length];

    public bool HasChanged()
    {
        var changed = false;
        for (var i = 0; i < resources.Length; i++)
        {
            var items = store.Snapshot(store.Catalog.ByPlural(resources[i].Group, resources[i].Plural)!).Items;
            changed |= !ReferenceEquals(items, _seen[i]);
            _seen[i] = items;
        }
        return changed;
    }
}
