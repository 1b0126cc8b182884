namespace HomelabPortal.Kubernetes;

public sealed record Endpoint
{
    public IReadOnlyList<string> Addresses { get; init => field = CompactList.Of(value); } = [];

    public EndpointConditions? Conditions { get; init; }

    public ObjectReference? TargetRef { get; init; }

    /// <summary>Where the endpoint runs; taken from <see cref="Topology"/> when the server is too old to say it here.</summary>
    public string NodeName { get => field.Length > 0 ? field : Topology.TryGetValue("kubernetes.io/hostname", out var node) ? node : ""; init => field = value ?? ""; } = "";

    /// <summary>Only discovery.k8s.io/v1beta1 has it.</summary>
    public CompactMap<string> Topology { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    /// <summary>A server that does not say means ready.</summary>
    public bool IsReady() => Conditions?.Ready ?? true;
}
