using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record ArgoSource
{
    [JsonPropertyName("repoURL")]
    public string RepoUrl { get; init => field = value ?? ""; } = "";

    public string Path { get; init => field = value ?? ""; } = "";

    public string Chart { get; init => field = value ?? ""; } = "";

    public string TargetRevision { get; init => field = value ?? ""; } = "";
}
