namespace HomelabPortal.Docker;

/// <summary>Answer of GET /volumes.</summary>
internal sealed record VolumeList(IReadOnlyList<DockerVolume>? Volumes);
