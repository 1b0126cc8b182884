using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record IpAddressPoolStatus
{
    [JsonPropertyName("assignedIPv4")]
    public long? AssignedIpv4 { get; init; }

    [JsonPropertyName("availableIPv4")]
    public long? AvailableIpv4 { get; init; }

    [JsonPropertyName("assignedIPv6")]
    public long? AssignedIpv6 { get; init; }

    [JsonPropertyName("availableIPv6")]
    public long? AvailableIpv6 { get; init; }
}
