namespace HomelabPortal.Kubernetes;

public sealed record NodeInfo
{
    public static NodeInfo Empty { get; } = new();

    public string KubeletVersion { get; init => field = value ?? ""; } = "";

    public string OsImage { get; init => field = value ?? ""; } = "";

    public string KernelVersion { get; init => field = value ?? ""; } = "";

    public string ContainerRuntimeVersion { get; init => field = value ?? ""; } = "";

    public string OperatingSystem { get; init => field = value ?? ""; } = "";

    public string Architecture { get; init => field = value ?? ""; } = "";
}
