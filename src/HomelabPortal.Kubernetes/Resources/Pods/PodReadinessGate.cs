namespace HomelabPortal.Kubernetes;

public sealed record PodReadinessGate
{
    public string ConditionType { get; init => field = value ?? ""; } = "";
}
