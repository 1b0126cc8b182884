namespace HomelabPortal.Kubernetes;

/// <summary>The answer of <c>/apis</c>.</summary>
internal sealed record ApiGroupsAnswer
{
    public IReadOnlyList<ApiGroupAnswer> Groups { get; init => field = CompactList.Of(value); } = [];
}
