using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>What server-side apply must know of one place in an object.</summary>
internal abstract class FieldSchema
{
    /// <summary>Whether an object or list here has one owner as a whole.</summary>
    public virtual bool IsAtomicObject => false;

    public virtual ListKind ListKind => ListKind.Atomic;

    /// <summary>Whether who creates this object or list owns it besides its content. Members the server always writes have no such owner.</summary>
    public virtual bool CanBeOwned => true;

    /// <summary>The keys of a <see cref="ListKind.Map"/>.</summary>
    public virtual ImmutableArray<string> Keys => [];

    public static FieldSchema Of(ApiResource resource, string version) => resource.IsCustom
        ? new CustomFieldSchema(resource.Schemas.GetValueOrDefault(version), true)
        : BuiltInFieldSchema.Root(resource.Kind);

    public abstract FieldSchema Field(string name);

    /// <summary>The schema of a list's elements.</summary>
    public abstract FieldSchema Element { get; }

    /// <summary>What a key is when an element leaves it out.</summary>
    public virtual JsonNode? KeyDefault(string key) => key == "protocol" ? "TCP" : null;
}
