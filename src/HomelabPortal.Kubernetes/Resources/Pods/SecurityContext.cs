namespace HomelabPortal.Kubernetes;

/// <summary>With which rights a container, or every container of a pod, runs.</summary>
public sealed record SecurityContext
{
    public static SecurityContext Empty { get; } = new();

    public bool? Privileged { get; init; }

    public long? RunAsUser { get; init; }

    public long? RunAsGroup { get; init; }

    public bool? RunAsNonRoot { get; init; }

    public bool? ReadOnlyRootFilesystem { get; init; }

    public bool? AllowPrivilegeEscalation { get; init; }

    /// <summary>Of pods only.</summary>
    public long? FsGroup { get; init; }

    public Capabilities? Capabilities { get; init; }

    public SeccompProfile? SeccompProfile { get; init; }
}
