namespace HomelabPortal.Docker;

/// <summary>A container to create.</summary>
public sealed record ContainerSpec : ContainerConfig
{
    /// <summary>How it is tied to the host.</summary>
    public HostConfig? HostConfig { get; init; }
}
