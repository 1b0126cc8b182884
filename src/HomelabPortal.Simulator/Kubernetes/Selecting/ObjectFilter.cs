using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Selecting;

/// <summary>What a list or watch is limited to.</summary>
internal sealed class ObjectFilter
{
    private readonly string? _prefix;
    private readonly string? _name;
    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    private ObjectFilter(string? prefix, string? name, LabelSelector labels, FieldSelector fields) =>
        (_prefix, _name, _labels, _fields) = (prefix, name, labels, fields);

    /// <summary>Whether it lets everything of its scope pass.</summary>
    public bool IsScopeOnly => _labels.IsEmpty && _fields.IsEmpty && _name is null;

    public bool IsEmpty => IsScopeOnly && _prefix is null;

    public static ObjectFilter Parse(ApiResource resource, string? ns, string? name, string labels, string fields) =>
        new(ns is null ? null : ns + "/", name, LabelSelector.Parse(labels), FieldSelector.Parse(fields, resource));

    public bool Matches(StoredObject item) =>
        (_prefix is null || item.Key.StartsWith(_prefix, StringComparison.Ordinal))
        && (_name is null || item.Name == _name)
        && _labels.Matches(item.Labels)
        && _fields.Matches(item);
}
