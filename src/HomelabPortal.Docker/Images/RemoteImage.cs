namespace HomelabPortal.Docker;

/// <summary>What a registry has under a name now.</summary>
/// <param name="Descriptor">Digest, kind and size of its manifest.</param>
public sealed record RemoteImage(RemoteDescriptor? Descriptor)
{
    /// <summary>Digest of the manifest, as it stands in <see cref="ImageDetails.RepoDigests"/> after a pull.</summary>
    public string? Digest => Descriptor?.Digest;
}
