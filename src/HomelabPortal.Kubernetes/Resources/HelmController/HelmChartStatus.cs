namespace HomelabPortal.Kubernetes;

public sealed record HelmChartStatus
{
    public static HelmChartStatus Empty { get; } = new();

    public string JobName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
