using HomelabPortal.Docker;

namespace HomelabPortal.Lab;

/// <summary>A machine with a Docker engine. <paramref name="LanAddress"/> is where the cluster reaches its published ports, or null when unknown.</summary>
internal sealed record DockerHost(string Name, string? LanAddress, DockerClient Client);
