namespace HomelabPortal.Kubernetes;

/// <summary>The answer of <c>/apis/GROUP/VERSION</c>.</summary>
internal sealed record ApiResourcesAnswer
{
    public IReadOnlyList<ApiResource> Resources { get; init => field = CompactList.Of(value); } = [];
}
