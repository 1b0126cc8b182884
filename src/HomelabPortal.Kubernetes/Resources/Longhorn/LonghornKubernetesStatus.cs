namespace HomelabPortal.Kubernetes;

public sealed record LonghornKubernetesStatus
{
    public string Namespace { get; init => field = value ?? ""; } = "";

    public string PvcName { get; init => field = value ?? ""; } = "";

    public string PvName { get; init => field = value ?? ""; } = "";

    public string PvStatus { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<LonghornWorkload> WorkloadsStatus { get; init => field = CompactList.Of(value); } = [];
}
