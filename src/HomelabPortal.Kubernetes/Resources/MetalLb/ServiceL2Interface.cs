namespace HomelabPortal.Kubernetes;

public sealed record ServiceL2Interface
{
    public string Name { get; init => field = value ?? ""; } = "";
}
