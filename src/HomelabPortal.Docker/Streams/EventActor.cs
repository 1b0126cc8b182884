using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>What an event happened to.</summary>
public sealed record EventActor
{
    /// <summary>ID of the object.</summary>
    [JsonPropertyName("ID")]
    public string? Id { get; init; }

    /// <summary>Labels of the object, its <c>name</c> and <c>image</c>, an <c>exitCode</c> and the like.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
