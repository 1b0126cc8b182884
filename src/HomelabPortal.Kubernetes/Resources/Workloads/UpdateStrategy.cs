namespace HomelabPortal.Kubernetes;

public sealed record UpdateStrategy
{
    public static UpdateStrategy Empty { get; } = new();

    /// <summary>Such as "RollingUpdate", "Recreate" or "OnDelete".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public RollingUpdate? RollingUpdate { get; init; }
}
