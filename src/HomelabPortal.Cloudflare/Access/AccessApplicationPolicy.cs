using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>A policy as an application carries it.</summary>
public sealed record AccessApplicationPolicy
{
    /// <summary>UUID of the policy.</summary>
    public required string Id { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public int? Precedence { get; init; }

    /// <summary>Name of the policy; told in answers only.</summary>
    public string? Name { get; init; }

    /// <summary><c>allow</c>, <c>deny</c>, <c>non_identity</c> or <c>bypass</c>; told in answers only.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether other applications can use it too; told in answers only.</summary>
    public bool? Reusable { get; init; }

    /// <summary>Whom it is for: one of these; told in answers only.</summary>
    public IReadOnlyList<AccessRule>? Include { get; init; }

    /// <summary>What else must hold: all of these; told in answers only.</summary>
    public IReadOnlyList<AccessRule>? Require { get; init; }

    /// <summary>Whom it is not for; told in answers only.</summary>
    public IReadOnlyList<AccessRule>? Exclude { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
