namespace HomelabPortal.Kubernetes;

public sealed record Container
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string Image { get; init => field = value ?? ""; } = "";

    /// <summary>"Always" on an init container makes it a sidecar.</summary>
    public string RestartPolicy { get; init => field = value ?? ""; } = "";

    public ContainerResources Resources { get; init => field = value ?? ContainerResources.Empty; } = ContainerResources.Empty;
}
