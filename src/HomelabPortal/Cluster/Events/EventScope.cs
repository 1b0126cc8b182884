using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Events;

/// <summary>Whose events are wanted: those of one object, or all.</summary>
/// <param name="Kind">Null for all.</param>
/// <param name="Namespace">Where the events are; null for all namespaces.</param>
public sealed record EventScope(string? Kind, string? Namespace, string Name, string Uid)
{
    public static EventScope All { get; } = new(null, null, "", "");

    public static EventScope About(string kind, ObjectMeta item) => new(kind, item.Namespace.Length == 0 ? null : item.Namespace, item.Name, item.Uid);

    /// <summary>
    /// By kind and name, and not by uid: kubelets write a node's name in place of its uid.
    /// </summary>
    internal string? FieldSelector => Kind is null ? null : $"involvedObject.kind={Kind},involvedObject.name={Name}";

    /// <summary>False for events of another object that had the same name before.</summary>
    internal bool Covers(Event happened) => Kind is null
        || (happened.InvolvedObject is { } about && about.Kind == Kind && about.Name == Name && (about.Uid.Length == 0 || about.Uid == Uid || about.Uid == Name));
}
