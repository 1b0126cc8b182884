using HomelabPortal.Docker;

namespace HomelabPortal.Lab;

/// <summary>A machine with a Docker engine. <paramref name="LanAddress"/> is where the cluster reaches its published ports, or null when unknown.</summary>
internal sealed record DockerHost(string Name, string? LanAddress, DockerClient Client)
{
    /// <summary>Further addresses and names that lead to it, so that what is reached by them is known.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>How GPUs are attached there, when that was set; null leaves it to what the engine tells.</summary>
    public GpuAttachmentMode? GpuAttachment { get; init; }

    /// <summary>Where the metrics of an exporter are; null for none.</summary>
    public Uri? GpuExporter { get; init; }

    /// <summary>The image of the container in which the portal asks the driver; null for no such container.</summary>
    public string? GpuProbeImage { get; init; }
}
