namespace HomelabPortal.Kubernetes;

/// <summary>The certificates that Traefik serves where a route names none.</summary>
public sealed record TlsStore : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public TlsStoreSpec Spec { get; init => field = value ?? TlsStoreSpec.Empty; } = TlsStoreSpec.Empty;
}
