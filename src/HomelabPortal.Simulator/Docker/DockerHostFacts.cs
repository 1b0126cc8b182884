namespace HomelabPortal.Simulator.Docker;

/// <summary>What a Docker host is: machine, engine, GPUs.</summary>
public sealed record DockerHostFacts(string Name)
{
    /// <summary>Where other machines of the house reach it.</summary>
    public string LanAddress { get; init; } = "10.0.0.150";

    public string OperatingSystem { get; init; } = "Debian GNU/Linux 13 (trixie)";
    public string KernelVersion { get; init; } = "6.12.48+deb13-amd64";
    public string Architecture { get; init; } = "x86_64";
    public int Processors { get; init; } = 8;
    public long MemoryBytes { get; init; } = 33_554_432_000;
    public string EngineVersion { get; init; } = "28.5.2";
    public string ApiVersion { get; init; } = "1.51";
    public string MinApiVersion { get; init; } = "1.24";

    /// <summary>Device names such as <c>nvidia.com/gpu=0</c>; empty on a host without GPU.</summary>
    public IReadOnlyList<string> GpuDevices { get; init; } = [];

    /// <summary>Whether the engine knows those names itself; an older one leaves GPUs to the toolkit's hook.</summary>
    public bool KnowsDevices { get; init; } = true;
}
