namespace HomelabPortal.Gpu;

/// <summary>A TCP port that a container's host publishes.</summary>
/// <param name="Address">The address it is bound to; empty for all.</param>
/// <param name="Port">On the host.</param>
/// <param name="ContainerPort">In the container.</param>
public sealed record DockerPort(string Address, int Port, int ContainerPort);
