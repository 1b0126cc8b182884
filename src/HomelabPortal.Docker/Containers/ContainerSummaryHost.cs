namespace HomelabPortal.Docker;

/// <summary>What a list says of how a container is tied to the host; the whole is <see cref="HostConfig"/>.</summary>
public sealed record ContainerSummaryHost
{
    /// <summary><c>bridge</c>, <c>host</c>, <c>none</c>, <c>container:ID</c> or the name of a network.</summary>
    public string? NetworkMode { get; init; }
}
