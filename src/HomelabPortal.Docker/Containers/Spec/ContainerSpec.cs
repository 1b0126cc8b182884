namespace HomelabPortal.Docker;

/// <summary>A container to create.</summary>
public sealed record ContainerSpec : ContainerConfig
{
    /// <summary>How it is tied to the host.</summary>
    public HostConfig? HostConfig { get; init; }

    /// <summary>Networks to join.</summary>
    public NetworkingConfig? NetworkingConfig { get; init; }
}
