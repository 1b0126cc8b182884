namespace HomelabPortal.Kubernetes;

public sealed record LonghornWorkload
{
    public string PodName { get; init => field = value ?? ""; } = "";

    public string PodStatus { get; init => field = value ?? ""; } = "";

    public string WorkloadName { get; init => field = value ?? ""; } = "";

    public string WorkloadType { get; init => field = value ?? ""; } = "";
}
