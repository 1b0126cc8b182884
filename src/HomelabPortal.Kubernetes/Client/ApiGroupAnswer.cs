namespace HomelabPortal.Kubernetes;

internal sealed record ApiGroupAnswer
{
    public string Name { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<ApiGroupVersionAnswer> Versions { get; init => field = CompactList.Of(value); } = [];
}
