namespace HomelabPortal.Kubernetes;

public sealed record FieldReference
{
    public string FieldPath { get; init => field = value ?? ""; } = "";
}
