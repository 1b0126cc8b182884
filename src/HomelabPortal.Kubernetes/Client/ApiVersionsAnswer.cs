namespace HomelabPortal.Kubernetes;

/// <summary>The answer of <c>/api</c>.</summary>
internal sealed record ApiVersionsAnswer
{
    public IReadOnlyList<string> Versions { get; init => field = CompactList.Of(value); } = [];
}
