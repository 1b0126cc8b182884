using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>Which fields an object has, and which differ between two objects.</summary>
internal static class FieldSets
{
    private static readonly string[] ServerMetadata =
        ["name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink", "managedFields", "generateName", "deletionTimestamp", "deletionGracePeriodSeconds"];

    /// <summary>The fields someone who applies this object asks to own.</summary>
    public static FieldSet Of(JsonObject json, FieldSchema schema)
    {
        var set = new FieldSet();
        Collect(json, schema, set, false);
        return WithoutIdentity(set);
    }

    /// <summary>What was set to something new, and what is no longer there.</summary>
    public static (FieldSet Changed, FieldSet Removed) Compare(JsonObject? before, JsonObject after, FieldSchema schema)
    {
        var (changed, removed) = (new FieldSet(), new FieldSet());
        if (before is null) Collect(after, schema, changed, true);
        else Compare(before, after, schema, changed, removed);
        return (WithoutIdentity(changed), WithoutIdentity(removed));
    }

    // What the server itself writes, and what names the object, has no owner.
    private static FieldSet WithoutIdentity(FieldSet set)
    {
        set.Remove("f:apiVersion");
        set.Remove("f:kind");
        if (set.Find("f:metadata") is { } metadata)
        {
            metadata.IsMember = false;
            foreach (var name in ServerMetadata) metadata.Remove("f:" + name);
            if (metadata.IsEmpty) set.Remove("f:metadata");
        }
        set.IsMember = false;
        return set;
    }

    // An update also owns the maps and lists it created; an apply owns those only through their content.
    private static void Collect(JsonNode? value, FieldSchema schema, FieldSet set, bool containers)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when !schema.IsAtomicObject:
                if (containers && schema.CanBeOwned) set.IsMember = true;
                foreach (var (name, member) in map) Collect(member, schema.Field(name), set[PathElement.Field(name)], containers);
                return;
            case JsonArray { Count: > 0 } list when schema.ListKind != ListKind.Atomic && ListItems.Index(list, schema) is { } index:
                if (containers && schema.CanBeOwned) set.IsMember = true;
                foreach (var (element, item) in index)
                {
                    var child = set[element];
                    child.IsMember = true;
                    if (schema.ListKind == ListKind.Map) Collect(item, schema.Element, child, containers);
                }
                return;
            default:
                set.IsMember = true;
                return;
        }
    }

    private static void Compare(JsonNode? before, JsonNode? after, FieldSchema schema, FieldSet changed, FieldSet removed)
    {
        if (before is JsonObject oldMap && after is JsonObject newMap && !schema.IsAtomicObject)
        {
            foreach (var (name, value) in newMap)
            {
                if (oldMap.TryGetPropertyValue(name, out var old)) Descend(PathElement.Field(name), old, value, schema.Field(name), changed, removed);
                else Collect(value, schema.Field(name), changed[PathElement.Field(name)], true);
            }
            foreach (var (name, value) in oldMap)
            {
                if (!newMap.ContainsKey(name)) Collect(value, schema.Field(name), removed[PathElement.Field(name)], true);
            }
        }
        else if (before is JsonArray oldList && after is JsonArray newList && schema.ListKind != ListKind.Atomic
            && ListItems.Index(oldList, schema) is { } oldIndex && ListItems.Index(newList, schema) is { } newIndex)
        {
            foreach (var (element, item) in newIndex)
            {
                if (oldIndex.TryGetValue(element, out var old)) Descend(element, old, item, schema.Element, changed, removed);
                else CollectElement(item, element, schema, changed);
            }
            foreach (var (element, item) in oldIndex)
            {
                if (!newIndex.ContainsKey(element)) CollectElement(item, element, schema, removed);
            }
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            changed.IsMember = true;
        }
    }

    private static void CollectElement(JsonNode? item, string element, FieldSchema schema, FieldSet set)
    {
        var child = set[element];
        child.IsMember = true;
        if (schema.ListKind == ListKind.Map) Collect(item, schema.Element, child, true);
    }

    private static void Descend(string element, JsonNode? before, JsonNode? after, FieldSchema schema, FieldSet changed, FieldSet removed)
    {
        var (innerChanged, innerRemoved) = (new FieldSet(), new FieldSet());
        Compare(before, after, schema, innerChanged, innerRemoved);
        if (!innerChanged.IsEmpty) changed.Put(element, innerChanged);
        if (!innerRemoved.IsEmpty) removed.Put(element, innerRemoved);
    }
}
