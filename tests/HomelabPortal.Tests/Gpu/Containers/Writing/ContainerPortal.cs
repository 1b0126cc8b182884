using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Secrets;
using HomelabPortal.Tests.Reconcile;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ContainerState = HomelabPortal.Gpu.Containers.Writing.ContainerState;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>A portal that looks after the containers of one host, simulated or real.</summary>
internal static class ContainerPortal
{
    /// <param name="open">What is to be disposed at the end.</param>
    /// <param name="vault">Reads the secrets of containers; only for tests that have some.</param>
    /// <param name="gpus">What a test says of the cards; null where nothing measures them.</param>
    /// <param name="time">By which containers are given their time; the system's unless a test says otherwise.</param>
    public static Task<PortalLife> BeginAsync(
        string folder, DockerHost host, ICollection<IDisposable> open, CrashPoint? crash, Vault? vault = null, Live<GpuState>? gpus = null, TimeProvider? time = null)
    {
        var pulls = Pulls();
        open.Add(pulls);
        return PortalLife.BeginAsync(
            folder,
            (database, store) => [new ContainerTarget(
                [host], store, new ContainerSecrets(database, vault!, TimeProvider.System), pulls, new Live<ContainerState>(ContainerState.Empty, TimeProvider.System), Memory(gpus), time ?? TimeProvider.System)],
            [new ContainerEntryCompiler(Options.Create(new ContainerOptions()), new Live<DockerState>(DockerState.Empty, TimeProvider.System))],
            interceptors: crash is null ? [] : [crash]);
    }

    public static ImagePulls Pulls() => new(new Live<PullState>(PullState.Empty, TimeProvider.System), new Signal(), TimeProvider.System, NullLogger<ImagePulls>.Instance);

    /// <summary>For containers that have no secrets.</summary>
    public static ContainerTarget TargetOf(IReadOnlyList<DockerHost> hosts, DesiredStore store, ImagePulls pulls, Live<ContainerState>? live = null) => new(
        hosts, store, new ContainerSecrets(null!, null!, TimeProvider.System), pulls, live ?? new Live<ContainerState>(ContainerState.Empty, TimeProvider.System), Memory(null), TimeProvider.System);

    /// <summary>Nothing is asked to unload.</summary>
    private static VideoMemoryCare Memory(Live<GpuState>? gpus) =>
        new(gpus ?? new Live<GpuState>(GpuState.Empty, TimeProvider.System), new CardReleases(), new GpuAudience(), new ModelUnload(new HttpClient(), NullLogger<ModelUnload>.Instance));
}
