namespace HomelabPortal.Kubernetes;

public sealed record HelmChartSpec
{
    public static HelmChartSpec Empty { get; } = new();

    public string Repo { get; init => field = value ?? ""; } = "";

    public string Chart { get; init => field = value ?? ""; } = "";

    public string Version { get; init => field = value ?? ""; } = "";

    public string TargetNamespace { get; init => field = value ?? ""; } = "";
}
