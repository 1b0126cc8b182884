namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>A port of the host that leads into the container.</summary>
/// <param name="Address">The host's address that it is bound to, for example 10.0.0.150, or 127.0.0.1 for the host alone.</param>
/// <param name="HostPort">Without it, the container's.</param>
/// <param name="Protocol">tcp, as when it is left out, or udp.</param>
internal sealed record PortWish(string? Address = null, int? HostPort = null, int? ContainerPort = null, string? Protocol = null);
