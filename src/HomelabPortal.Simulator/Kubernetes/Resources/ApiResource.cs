using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>A kind of object the API server serves.</summary>
internal sealed record ApiResource
{
    public required string Group { get; init; }

    /// <summary>The served versions, the preferred one first.</summary>
    public required ImmutableArray<string> Versions { get; init; }

    public required string Plural { get; init; }

    public required string Singular { get; init; }

    public required string Kind { get; init; }

    public required bool IsNamespaced { get; init; }

    public ImmutableArray<string> ShortNames { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Whether <c>/status</c> is written apart from the rest.</summary>
    public bool HasStatus { get; init; }

    public bool HasScale { get; init; }

    /// <summary>Whether it can only be read by get and list, as metrics are.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether a CustomResourceDefinition defines it.</summary>
    public bool IsCustom { get; init; }

    /// <summary>The openAPIV3Schema of each version of a custom resource.</summary>
    public ImmutableDictionary<string, JsonNode> Schemas { get; init; } = ImmutableDictionary<string, JsonNode>.Empty;

    /// <summary>Paths beyond the name and namespace that field selectors may use.</summary>
    public ImmutableArray<string> SelectableFields { get; init; } = [];

    public string ListKind => Kind + "List";

    /// <summary>The name errors use: "pods", "deployments.apps".</summary>
    public string QualifiedName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    public string ApiVersion(string version) => Group.Length == 0 ? version : $"{Group}/{version}";

    public string PreferredApiVersion => ApiVersion(Versions[0]);
}
