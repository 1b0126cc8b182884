namespace HomelabPortal.Kubernetes;

public sealed record EnvironmentReference
{
    public KeyReference? SecretKeyRef { get; init; }

    public KeyReference? ConfigMapKeyRef { get; init; }

    public FieldReference? FieldRef { get; init; }
}
