namespace HomelabPortal.Kubernetes;

/// <summary>A port by number or, when the number is zero, by name.</summary>
public sealed record ServiceBackendPort
{
    public string Name { get; init => field = value ?? ""; } = "";

    public int Number { get; init; }
}
