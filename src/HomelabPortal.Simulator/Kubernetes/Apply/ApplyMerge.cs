using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>Merging and pruning by field path. Nothing handed in is changed, except the object to prune.</summary>
internal static class ApplyMerge
{
    public static JsonNode Merge(JsonNode? live, JsonNode wanted, FieldSchema schema) => (live, wanted) switch
    {
        (JsonObject old, JsonObject map) when !schema.IsAtomicObject => MergeMaps(old, map, schema),
        (JsonArray old, JsonArray list) when schema.ListKind != ListKind.Atomic && ListItems.Index(old, schema) is { } index
            && ListItems.Index(list, schema) is { } wantedIndex => MergeLists(index, wantedIndex, schema),
        _ => wanted.DeepClone(),
    };

    /// <summary>Removes fields nobody wants any more, and the maps and lists that become empty by it.</summary>
    /// <returns>Whether nothing is left of it.</returns>
    public static bool Prune(JsonNode? node, FieldSet gone, FieldSet owned, FieldSchema schema)
    {
        if (gone.IsEmpty) return false;
        return node switch
        {
            JsonObject map when gone.Children.Count > 0 => PruneMap(map, gone, owned, schema),
            JsonArray list when gone.Children.Count > 0 => PruneList(list, gone, owned, schema),
            _ => gone.IsMember && !owned.IsMember,
        };
    }

    private static JsonObject MergeMaps(JsonObject live, JsonObject wanted, FieldSchema schema)
    {
        var result = live.DeepClone().AsObject();
        foreach (var (name, value) in wanted)
        {
            if (value is null) result.Remove(name);
            else result[name] = Merge(live[name], value, schema.Field(name));
        }
        return result;
    }

    private static JsonArray MergeLists(Dictionary<string, JsonNode?> live, Dictionary<string, JsonNode?> wanted, FieldSchema schema)
    {
        var result = new JsonArray();
        foreach (var (element, item) in live)
            result.Add(wanted.TryGetValue(element, out var change) && change is not null && schema.ListKind == ListKind.Map ? Merge(item, change, schema.Element) : item?.DeepClone());
        foreach (var (element, item) in wanted)
        {
            if (!live.ContainsKey(element)) result.Add(item?.DeepClone());
        }
        return result;
    }

    private static bool PruneMap(JsonObject map, FieldSet gone, FieldSet owned, FieldSchema schema)
    {
        foreach (var (element, inner) in gone.Children)
        {
            var name = element[2..];
            if (!map.TryGetPropertyValue(name, out var value)) continue;
            if (Prune(value, inner, owned.Find(element) ?? new FieldSet(), schema.Field(name))) map.Remove(name);
        }
        return map.Count == 0 && !owned.IsMember;
    }

    private static bool PruneList(JsonArray list, FieldSet gone, FieldSet owned, FieldSchema schema)
    {
        if (ListItems.Index(list, schema) is not { } index) return gone.IsMember && !owned.IsMember;
        foreach (var (element, inner) in gone.Children)
        {
            if (!index.TryGetValue(element, out var item)) continue;
            var by = owned.Find(element);
            // An element that was applied as a whole goes as a whole, unless somebody else holds a part of it.
            if (by is null ? inner.IsMember : Prune(item, inner, by, schema.Element)) list.Remove(item);
            else if (by is null) Prune(item, inner, new FieldSet(), schema.Element);
        }
        return list.Count == 0 && !owned.IsMember;
    }
}
