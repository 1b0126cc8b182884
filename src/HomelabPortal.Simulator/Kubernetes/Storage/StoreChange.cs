using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>One change of one object, and the whole collection as it stood after it.</summary>
/// <param name="Object">The new state; of a deleted object its last state, with the resource version of the deletion.</param>
/// <param name="After">Shares nearly all of its nodes with its neighbours, so keeping it costs little.</param>
internal sealed record StoreChange(ChangeType Type, StoredObject Object, StoredObject? Previous, ImmutableSortedDictionary<string, StoredObject> After)
{
    private readonly Dictionary<(ChangeType, string), byte[]> _lines = [];

    public long ResourceVersion => Object.ResourceVersion;

    /// <summary>The line of a watch, written once for all who watch in the same version.</summary>
    public byte[] Line(ChangeType type, string version)
    {
        lock (_lines)
        {
            if (_lines.TryGetValue((type, version), out var line)) return line;
            line = WatchLine.Of(type, Object, version);
            _lines[(type, version)] = line;
            return line;
        }
    }
}
