namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeStatus
{
    public static PersistentVolumeStatus Empty { get; } = new();

    public string Phase { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";
}
