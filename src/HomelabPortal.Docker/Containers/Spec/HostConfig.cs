using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>How a container is tied to its host.</summary>
public sealed record HostConfig
{
    /// <summary>Mounts in their short form.</summary>
    public IReadOnlyList<string>? Binds { get; init; }

    /// <summary>Mounts in their long form.</summary>
    public IReadOnlyList<MountSpec>? Mounts { get; init; }

    /// <summary>File systems in memory: path in the container and options.</summary>
    public IReadOnlyDictionary<string, string>? Tmpfs { get; init; }

    /// <summary>Network: <c>bridge</c>, <c>none</c>, <c>host</c>, <c>container:…</c> or a name.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>Further names to know, as <c>name:address</c>.</summary>
    public IReadOnlyList<string>? ExtraHosts { get; init; }

    /// <summary>Name servers.</summary>
    public IReadOnlyList<string>? Dns { get; init; }

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

    /// <summary>Devices of the host.</summary>
    public IReadOnlyList<DeviceMapping>? Devices { get; init; }

    /// <summary>Limit of memory and swap in bytes; -1 for none.</summary>
    public long? MemorySwap { get; init; }

    /// <summary>Limit of processes; 0 or -1 for none.</summary>
    public long? PidsLimit { get; init; }

    /// <summary>Limits of a process.</summary>
    public IReadOnlyList<Ulimit>? Ulimits { get; init; }

    /// <summary>Where output goes.</summary>
    public LogConfig? LogConfig { get; init; }

    /// <summary>Capabilities beyond the usual.</summary>
    public IReadOnlyList<string>? CapAdd { get; init; }

    /// <summary>Capabilities taken away; <c>ALL</c> for all.</summary>
    public IReadOnlyList<string>? CapDrop { get; init; }

    /// <summary>Options such as <c>no-new-privileges:true</c>.</summary>
    public IReadOnlyList<string>? SecurityOpt { get; init; }

    /// <summary>Whether its own file system is read-only.</summary>
    public bool? ReadonlyRootfs { get; init; }

    /// <summary>Further groups of its user.</summary>
    public IReadOnlyList<string>? GroupAdd { get; init; }

    /// <summary>Namespace of processes: empty for its own, or <c>host</c>.</summary>
    public string? PidMode { get; init; }

    /// <summary>Namespace of shared memory: <c>private</c>, <c>shareable</c>, <c>host</c> or <c>container:…</c>.</summary>
    public string? IpcMode { get; init; }

    /// <summary>Namespace of host names: empty for its own, or <c>host</c>.</summary>
    [JsonPropertyName("UTSMode")]
    public string? UtsMode { get; init; }

    /// <summary>Namespace of users: empty for the daemon's, or <c>host</c>.</summary>
    public string? UsernsMode { get; init; }

    /// <summary>Namespace of control groups: <c>private</c> or <c>host</c>.</summary>
    public string? CgroupnsMode { get; init; }
}
