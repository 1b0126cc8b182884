using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Tells planning what is known of video memory, sees to it that it is measured when that is waited for, and frees it where a server lets itself be asked.</summary>
internal sealed class VideoMemoryCare(Live<GpuState> gpus, CardReleases releases, GpuAudience audience, ModelUnload unload)
{
    public LiveHost Seen(LiveHost look, DesiredState desired, DateTimeOffset now)
    {
        if (look.Fault is not null)
            return look;
        var telemetry = gpus.Current.Value.Find(look.Name);
        var users = desired.Containers.Where(container => container.Host == look.Name && container.Gpu is not null).Select(container => container.Name).Concat(telemetry?.Users ?? []).ToHashSet(StringComparer.Ordinal);
        var measured = MeasuredCards.Of(telemetry);
        var releasedAt = releases.Note(look.Name, look.Containers.Where(container => container.IsRunning && users.Contains(container.Name)).Select(container => container.Id), now);
        // Whoever waits for what was just given back waits for seconds, not for the next minute.
        if (measured.At < releasedAt)
            audience.Arrived.Raise();
        return look with { Gpus = measured, ReleasedAt = releasedAt };
    }

    /// <summary>Asks a model server to let go of its models before it is stopped; one that does not answer is just stopped.</summary>
    public Task BeforeStopAsync(DesiredContainer container, DockerHost host, CancellationToken cancellationToken) =>
        container.Gpu is not null && ModelUnload.AddressOf(container, host.LanAddress) is { } address ? unload.UnloadAsync(address, cancellationToken) : Task.CompletedTask;
}
