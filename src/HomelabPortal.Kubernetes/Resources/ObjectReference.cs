namespace HomelabPortal.Kubernetes;

public sealed record ObjectReference
{
    public string Kind { get; init => field = value ?? ""; } = "";

    public string Namespace { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string Uid { get; init => field = value ?? ""; } = "";

    /// <summary>The part of the object that is meant, such as <c>spec.containers{web}</c>.</summary>
    public string FieldPath { get; init => field = value ?? ""; } = "";
}
