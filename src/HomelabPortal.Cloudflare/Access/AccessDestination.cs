using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>A place that an Access application guards.</summary>
public sealed record AccessDestination
{
    /// <summary><c>public</c>, <c>private</c> …</summary>
    public string? Type { get; init; }

    /// <summary>Host name and, if any, path, such as <c>app.example.org/admin</c>.</summary>
    public string? Uri { get; init; }

    /// <summary>Members this library does not know; they go back as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>A place on the Internet.</summary>
    public static AccessDestination Public(string uri) => new() { Type = "public", Uri = uri };
}
