using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Kubernetes;

/// <summary>A kind together with the record its objects are read into.</summary>
public sealed class ResourceType<T> : ResourceType
    where T : class, IKubernetesObject
{
    private readonly JsonTypeInfo<T> _json;

    /// <param name="json">Source-generated metadata of the record.</param>
    /// <inheritdoc cref="ResourceType(string, string, string, string, bool, IReadOnlyList{string})"/>
    public ResourceType(string group, string version, string plural, string kind, bool isNamespaced, JsonTypeInfo<T> json, params IReadOnlyList<string> olderVersions)
        : base(group, version, plural, kind, isNamespaced, olderVersions) => _json = json;

    /// <inheritdoc/>
    public override ResourceType<T> In(string version) => new(Group, version, Plural, Kind, IsNamespaced, _json);

    /// <summary>Reads one object from the bytes of its JSON.</summary>
    /// <exception cref="JsonException">The bytes are not such an object.</exception>
    public T Decode(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, _json) ?? throw new JsonException($"A {Kind} was expected and null was found.");

    internal T Decode(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, _json) ?? throw new JsonException($"A {Kind} was expected and null was found.");
}
