namespace HomelabPortal.Docker;

/// <summary>A port of the host.</summary>
public sealed record PortBinding
{
    /// <summary>Address of the host; empty for all.</summary>
    public string? HostIp { get; init; }

    /// <summary>Port as text; empty lets the daemon choose.</summary>
    public string? HostPort { get; init; }
}
