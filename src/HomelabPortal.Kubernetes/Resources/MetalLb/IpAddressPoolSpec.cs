using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record IpAddressPoolSpec
{
    public static IpAddressPoolSpec Empty { get; } = new();

    /// <summary>CIDR blocks and ranges such as "10.0.0.80-10.0.0.99".</summary>
    public IReadOnlyList<string> Addresses { get; init => field = CompactList.Of(value); } = [];

    public bool? AutoAssign { get; init; }

    [JsonPropertyName("avoidBuggyIPs")]
    public bool? AvoidBuggyIps { get; init; }
}
