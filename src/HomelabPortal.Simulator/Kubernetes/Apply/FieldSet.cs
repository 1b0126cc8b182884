using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>A set of field paths as a tree, in the element notation of managedFields: <c>f:name</c>, <c>k:{"key":…}</c>, <c>v:value</c>.</summary>
internal sealed class FieldSet
{
    private static readonly FieldSet None = new();
    private readonly SortedDictionary<string, FieldSet> _children = new(StringComparer.Ordinal);

    /// <summary>Whether the path up to here is itself in the set.</summary>
    public bool IsMember { get; set; }

    public bool IsEmpty => !IsMember && _children.Count == 0;

    public IReadOnlyDictionary<string, FieldSet> Children => _children;

    public FieldSet this[string element] => _children.TryGetValue(element, out var child) ? child : _children[element] = new FieldSet();

    public FieldSet? Find(string element) => _children.GetValueOrDefault(element);

    public void Put(string element, FieldSet child) => _children[element] = child;

    public void Remove(string element) => _children.Remove(element);

    /// <summary>Reads fieldsV1.</summary>
    public static FieldSet FromJson(JsonObject fields)
    {
        var set = new FieldSet();
        foreach (var (element, value) in fields)
        {
            if (element == ".")
            {
                set.IsMember = true;
                continue;
            }
            var child = value is JsonObject { Count: > 0 } inner ? FromJson(inner) : new FieldSet { IsMember = true };
            set._children[element] = child;
        }
        return set;
    }

    /// <summary>Writes fieldsV1.</summary>
    public JsonObject ToJson()
    {
        var fields = new JsonObject();
        if (IsMember && _children.Count > 0) fields["."] = new JsonObject();
        foreach (var (element, child) in _children) fields[element] = child.ToJson();
        return fields;
    }

    public static FieldSet Union(FieldSet left, FieldSet right) => Combine(left, right, static (a, b) => a || b);

    public static FieldSet Minus(FieldSet left, FieldSet right) => Combine(left, right, static (a, b) => a && !b);

    public static FieldSet Both(FieldSet left, FieldSet right) => Combine(left, right, static (a, b) => a && b);

    public bool SameAs(FieldSet other) => Minus(this, other).IsEmpty && Minus(other, this).IsEmpty;

    /// <summary>Every path in the set, as the real server prints it: <c>.spec.containers[name="a"].image</c>.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        if (IsMember && prefix.Length > 0) yield return prefix;
        foreach (var (element, child) in _children)
        {
            foreach (var path in child.Paths(prefix + PathElement.ToText(element))) yield return path;
        }
    }

    private static FieldSet Combine(FieldSet left, FieldSet right, Func<bool, bool, bool> keep)
    {
        var result = new FieldSet { IsMember = keep(left.IsMember, right.IsMember) };
        foreach (var element in left._children.Keys.Union(right._children.Keys))
        {
            var child = Combine(left.Find(element) ?? None, right.Find(element) ?? None, keep);
            if (!child.IsEmpty) result._children[element] = child;
        }
        return result;
    }
}
