using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Exposures.Backing;

/// <summary>
/// Pure: why nobody answers behind an exposure although all of it is in place.
/// <code>
/// no container behind it                       nothing can be said
/// its host was not looked at yet, or is away   unknown
/// not there, or it does not run                broken
/// not reachable from the cluster               broken
/// its check fails                              broken
/// </code>
/// </summary>
internal sealed record BackendTrouble(HealthState State, string Word, string Why)
{
    public static BackendTrouble? Of(Exposure exposure, DesiredState desired, DockerState docker)
    {
        if (exposure.Backend is not ContainerBackend backend || docker.FindHost(backend.Host) is not { } host || host is { AsOf: null, Fault: null })
            return null;
        if (host.Fault is { } fault)
            return new(HealthState.Unknown, "Host unseen", $"Whether {backend.Place} runs cannot be seen: {fault}");
        if (docker.Find(backend.Host, backend.Container) is not { } container)
            return new(HealthState.Broken, "Container gone", $"There is no container {backend.Container} on {backend.Host}.");
        if (!container.IsRunning)
            return new(HealthState.Broken, "Container down", $"{backend.Place} does not run ({container.State}). Start it.");
        if (ContainerPlace.Of(backend, desired, docker).WhyNot is { } why)
            return new(HealthState.Broken, "Unreachable", why);
        return ContainerHealths.Of(container) is var state and not (HealthState.Healthy or HealthState.Progressing)
            ? new(state, "Container unhealthy", $"{backend.Place} runs, but does not serve: {container.Status}.")
            : null;
    }
}
