using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record NodeSpec
{
    public static NodeSpec Empty { get; } = new();

    /// <summary>True while the node is cordoned.</summary>
    public bool Unschedulable { get; init; }

    [JsonPropertyName("podCIDR")]
    public string PodCidr { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Taint> Taints { get; init => field = CompactList.Of(value); } = [];
}
