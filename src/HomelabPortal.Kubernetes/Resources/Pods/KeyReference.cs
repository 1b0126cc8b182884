namespace HomelabPortal.Kubernetes;

public sealed record KeyReference
{
    /// <summary>The config map or secret.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    public string Key { get; init => field = value ?? ""; } = "";
}
