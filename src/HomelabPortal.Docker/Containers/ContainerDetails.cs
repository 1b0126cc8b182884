namespace HomelabPortal.Docker;

/// <summary>Answer of GET /containers/{id}/json.</summary>
public sealed record ContainerDetails
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Name with a leading slash, as the daemon writes it.</summary>
    public string? Name { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Digest of the image.</summary>
    public string? Image { get; init; }

    /// <summary>Program.</summary>
    public string? Path { get; init; }

    /// <summary>Arguments of the program.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>How it is doing.</summary>
    public ContainerState? State { get; init; }

    /// <summary>How often its restart policy started it again.</summary>
    public int RestartCount { get; init; }

    /// <summary>What runs. Environment values may be secret.</summary>
    public ContainerConfig? Config { get; init; }

    /// <summary>How it is tied to the host.</summary>
    public HostConfig? HostConfig { get; init; }

    /// <summary>Mounts.</summary>
    public IReadOnlyList<ContainerMount>? Mounts { get; init; }

    /// <summary>Networks and published ports.</summary>
    public ContainerNetworks? NetworkSettings { get; init; }
}
