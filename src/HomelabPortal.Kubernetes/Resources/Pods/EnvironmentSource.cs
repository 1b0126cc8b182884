namespace HomelabPortal.Kubernetes;

public sealed record EnvironmentSource
{
    public string Prefix { get; init => field = value ?? ""; } = "";

    public KeyReference? ConfigMapRef { get; init; }

    public KeyReference? SecretRef { get; init; }
}
