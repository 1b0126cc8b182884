namespace HomelabPortal.Kubernetes;

public sealed record PodVolumeClaim
{
    public string ClaimName { get; init => field = value ?? ""; } = "";
}
