using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>A reusable Access policy. To change one, read it, change members with <c>with</c> and write all of it back.</summary>
public sealed record AccessPolicy
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name that account members see.</summary>
    public required string Name { get; init; }

    /// <summary><c>allow</c>, <c>deny</c>, <c>non_identity</c> (service tokens) or <c>bypass</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Whom it is for: one of these must hold.</summary>
    public IReadOnlyList<AccessRule>? Include { get; init; }

    /// <summary>All of these must hold as well.</summary>
    public IReadOnlyList<AccessRule>? Require { get; init; }

    /// <summary>None of these may hold.</summary>
    public IReadOnlyList<AccessRule>? Exclude { get; init; }

    /// <summary>How long a sign-in lasts; null for that of the application.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>How many applications use it.</summary>
    public int? AppCount { get; init; }

    /// <summary>False for a policy that belongs to one application.</summary>
    public bool? Reusable { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Members this library does not know; they go back as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
