namespace HomelabPortal.Kubernetes;

internal sealed record ListMeta
{
    public string ResourceVersion { get; init => field = value ?? ""; } = "";

    /// <summary>Empty on the last page.</summary>
    public string Continue { get; init => field = value ?? ""; } = "";
}
