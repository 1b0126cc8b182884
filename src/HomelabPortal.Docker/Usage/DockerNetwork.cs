namespace HomelabPortal.Docker;

/// <summary>A network of the host.</summary>
public sealed record DockerNetwork
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>bridge</c>, <c>host</c>, <c>null</c>, <c>macvlan</c> …</summary>
    public string? Driver { get; init; }

    /// <summary><c>local</c> or <c>swarm</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether it has no way out.</summary>
    public bool Internal { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
