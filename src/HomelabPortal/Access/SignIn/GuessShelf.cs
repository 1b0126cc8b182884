namespace HomelabPortal.Access.SignIn;

/// <summary>Tries by key, the oldest key dropped when there is no room. Not for use by several at once.</summary>
internal sealed class GuessShelf(int most)
{
    private readonly Dictionary<string, LinkedListNode<(string Key, List<DateTimeOffset> Tries)>> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<(string Key, List<DateTimeOffset> Tries)> _byUse = [];

    /// <summary>The tries of the last hour under the key, oldest first; add to it to count one.</summary>
    public List<DateTimeOffset> Of(string key, DateTimeOffset now)
    {
        DropOld(now);
        if (_byKey.TryGetValue(key, out var node))
        {
            _byUse.Remove(node);
        }
        else
        {
            node = new LinkedListNode<(string, List<DateTimeOffset>)>((key, []));
            _byKey[key] = node;
        }

        _byUse.AddLast(node);
        node.Value.Tries.RemoveAll(at => now - at >= GuessLimits.Window);
        return node.Value.Tries;
    }

    private void DropOld(DateTimeOffset now)
    {
        while (_byUse.First is { } first && (_byKey.Count >= most || first.Value.Tries.All(at => now - at >= GuessLimits.Window)))
        {
            _byUse.RemoveFirst();
            _byKey.Remove(first.Value.Key);
        }
    }
}
