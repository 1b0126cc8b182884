using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>A container to be. What is left out is Docker's or the image's own.</summary>
/// <param name="Host">The name of a Docker host in the settings.</param>
/// <param name="Image">As for docker pull, for example ollama/ollama:0.6.2.</param>
/// <param name="Digest">The very version of the image, sha256:…; without it, what the tag means on the host.</param>
/// <param name="Adopt">A container by this name is there already and is to be replaced by this one.</param>
/// <param name="Network">The network of the host that it begins in; it can join others only besides one that is not Docker's own.</param>
/// <param name="User">For example 1000:1000.</param>
/// <param name="StopSeconds">How long its program may take to end.</param>
/// <param name="Updates">What is done about new versions of the image; without it, as before, and at first only a notice.</param>
/// <param name="OnDrift">What is done when somebody changes it by hand; without it, as before, and at first it is put right.</param>
/// <param name="IdleStopMinutes">Stop it when its GPU has shown no work for so long, from 5 to 1440.</param>
/// <param name="IsUnsafe">It may reach into its host as reach, volumes and devices say; an admin's decision.</param>
internal sealed record ContainerWish(
    string? Host = null, string? Name = null, string? Image = null, string? Digest = null,
    IReadOnlyList<string>? Command = null, IReadOnlyList<string>? Entrypoint = null,
    IReadOnlyList<VariableWish>? Variables = null, IReadOnlyList<PortWish>? Ports = null, IReadOnlyList<VolumeWish>? Volumes = null,
    IReadOnlyList<string>? Devices = null, GpuWish? Gpu = null, int? SharedMemoryMiB = null, int? MemoryMiB = null, decimal? Processors = null,
    HealthWish? Health = null, RestartRule? Restart = null, string? Network = null, IReadOnlyDictionary<string, string>? Labels = null,
    LeaseWish? Lease = null, bool? IsStopped = null, bool? Adopt = null, bool? IsUnsafe = null, ReachWish? Reach = null,
    IReadOnlyList<string>? FurtherNetworks = null, string? User = null, int? StopSeconds = null,
    UpdateWish? Updates = null, DriftRule? OnDrift = null, int? IdleStopMinutes = null);
