namespace HomelabPortal.Kubernetes;

public sealed record NetworkPolicyPort
{
    public string Protocol { get; init => field = value ?? ""; } = "";

    public IntOrString? Port { get; init; }

    public int? EndPort { get; init; }
}
