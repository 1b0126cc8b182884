namespace HomelabPortal.Kubernetes;

/// <summary>Addresses behind a service; a service has several slices, joined by the label <c>kubernetes.io/service-name</c>.</summary>
public sealed record EndpointSlice : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>"IPv4", "IPv6" or "FQDN".</summary>
    public string AddressType { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<EndpointPort> Ports { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<Endpoint> Endpoints { get; init => field = CompactList.Of(value); } = [];

    /// <summary>The service the slice belongs to, or null when it names none.</summary>

    public string? ServiceName() => Metadata.Labels.TryGetValue("kubernetes.io/service-name", out var name) ? name : null;
}
