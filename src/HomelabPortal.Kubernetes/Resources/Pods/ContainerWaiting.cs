namespace HomelabPortal.Kubernetes;

public sealed record ContainerWaiting
{
    /// <summary>Such as "CrashLoopBackOff", "ImagePullBackOff" or "ContainerCreating".</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";
}
