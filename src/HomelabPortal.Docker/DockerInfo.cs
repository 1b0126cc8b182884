using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>The part of GET /info that says what the host is.</summary>
public sealed record DockerInfo
{
    /// <summary>ID of the daemon.</summary>
    [JsonPropertyName("ID")]
    public string? Id { get; init; }

    /// <summary>Host name.</summary>
    public string? Name { get; init; }

    /// <summary>Version of the engine.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>Name of the distribution.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Version of the kernel.</summary>
    public string? KernelVersion { get; init; }

    /// <summary>Processor architecture, such as <c>x86_64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>Processors.</summary>
    [JsonPropertyName("NCPU")]
    public int? Processors { get; init; }

    /// <summary>Memory in bytes.</summary>
    [JsonPropertyName("MemTotal")]
    public long? MemoryBytes { get; init; }

    /// <summary>Containers in any state.</summary>
    public int? Containers { get; init; }

    /// <summary>Running containers.</summary>
    public int? ContainersRunning { get; init; }

    /// <summary>Paused containers.</summary>
    public int? ContainersPaused { get; init; }

    /// <summary>Stopped containers.</summary>
    public int? ContainersStopped { get; init; }

    /// <summary>Images.</summary>
    public int? Images { get; init; }

    /// <summary>Storage driver.</summary>
    public string? Driver { get; init; }

    /// <summary><c>1</c> or <c>2</c>.</summary>
    public string? CgroupVersion { get; init; }

    /// <summary>Runtime used when a container names none.</summary>
    public string? DefaultRuntime { get; init; }

    /// <summary>Runtimes by name.</summary>
    public IReadOnlyDictionary<string, DockerRuntime?>? Runtimes { get; init; }

    /// <summary>Devices found, such as CDI GPUs; API 1.50 and newer.</summary>
    public IReadOnlyList<DiscoveredDevice>? DiscoveredDevices { get; init; }

    /// <summary>Folders with specifications of CDI devices; API 1.44 and newer, empty when CDI is off.</summary>
    [JsonPropertyName("CDISpecDirs")]
    public IReadOnlyList<string>? CdiFolders { get; init; }

    /// <summary>Folder of its data.</summary>
    [JsonPropertyName("DockerRootDir")]
    public string? DataFolder { get; init; }

    /// <summary>What the daemon warns of.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }
}
