namespace HomelabPortal.Docker;

/// <summary>Stands for a port in <see cref="ContainerConfig.ExposedPorts"/>; the API has nothing to say about it.</summary>
public sealed record ExposedPort;
