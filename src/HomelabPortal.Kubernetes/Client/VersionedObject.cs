namespace HomelabPortal.Kubernetes;

/// <summary>What a bookmark holds.</summary>
internal sealed record VersionedObject
{
    public VersionedMeta? Metadata { get; init; }
}
