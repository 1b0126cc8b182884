namespace HomelabPortal.Docker;

/// <summary>How a container is tied to its host.</summary>
public sealed record HostConfig
{
    /// <summary>Mounts in their short form.</summary>
    public IReadOnlyList<string>? Binds { get; init; }

    /// <summary>Network.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>Ports of the host by <c>port/protocol</c> of ports that are also in <see cref="ContainerConfig.ExposedPorts"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>?>? PortBindings { get; init; }

    /// <summary>When the daemon starts it again.</summary>
    public RestartPolicy? RestartPolicy { get; init; }

    /// <summary>Runtime, such as <c>runc</c> or <c>nvidia</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>Devices asked for, such as GPUs.</summary>
    public IReadOnlyList<DeviceRequest>? DeviceRequests { get; init; }

    /// <summary>Limit of memory in bytes; 0 for none.</summary>
    public long? Memory { get; init; }

    /// <summary>Limit of processor time in billionths of a processor; 0 for none.</summary>
    public long? NanoCpus { get; init; }

    /// <summary>Size of /dev/shm in bytes.</summary>
    public long? ShmSize { get; init; }

    /// <summary>Whether it has all rights on the host.</summary>
    public bool? Privileged { get; init; }

    /// <summary>Whether it is removed when it ends.</summary>
    public bool? AutoRemove { get; init; }

    /// <summary>Whether a small init process reaps its children.</summary>
    public bool? Init { get; init; }
}
