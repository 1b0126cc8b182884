namespace HomelabPortal.Kubernetes;

public sealed record ServicePort
{
    public string Name { get; init => field = value ?? ""; } = "";

    public int Port { get; init; }

    /// <summary>Zero when none was given out.</summary>
    public int NodePort { get; init; }

    public string Protocol { get; init => field = value ?? "TCP"; } = "TCP";

    public IntOrString? TargetPort { get; init; }
}
