namespace HomelabPortal.Kubernetes;

public sealed record StatusCause
{
    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public string Field { get; init => field = value ?? ""; } = "";
}
