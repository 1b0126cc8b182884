using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record ServiceSpec
{
    public static ServiceSpec Empty { get; } = new();

    /// <summary>"ClusterIP", "NodePort", "LoadBalancer" or "ExternalName".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>"None" for a headless service.</summary>
    [JsonPropertyName("clusterIP")]
    public string ClusterIp { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("clusterIPs")]
    public IReadOnlyList<string> ClusterIps { get; init => field = CompactList.Of(value); } = [];

    [JsonPropertyName("externalIPs")]
    public IReadOnlyList<string> ExternalIps { get; init => field = CompactList.Of(value); } = [];

    public string ExternalName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<ServicePort> Ports { get; init => field = CompactList.Of(value); } = [];

    public CompactMap<string> Selector { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    [JsonPropertyName("loadBalancerIP")]
    public string LoadBalancerIp { get; init => field = value ?? ""; } = "";

    public string LoadBalancerClass { get; init => field = value ?? ""; } = "";

    public bool? AllocateLoadBalancerNodePorts { get; init; }
}
