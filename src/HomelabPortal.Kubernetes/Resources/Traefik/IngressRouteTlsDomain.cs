namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteTlsDomain
{
    public string Main { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> Sans { get; init => field = CompactList.Of(value); } = [];
}
