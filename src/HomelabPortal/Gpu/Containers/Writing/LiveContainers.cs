using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>Pure: what Docker tells of a container, in the words of planning.</summary>
internal static class LiveContainers
{
    public static LiveContainer Of(ContainerSummary container, string instance) => new()
    {
        Id = container.Id,
        Name = container.Name ?? container.Id,
        State = container.State ?? "unknown",
        Instance = container.Labels?.GetValueOrDefault(ContainerLabels.Managed),
        App = container.Labels?.GetValueOrDefault(ContainerLabels.App),
        SpecHash = container.Labels?.GetValueOrDefault(ContainerLabels.SpecHash),
        Keeper = Keepers.Of(container.Labels, instance),
    };

    public static LiveContainer Of(ContainerDetails container, string instance) => new()
    {
        Id = container.Id,
        Name = (container.Name ?? container.Id).TrimStart('/'),
        State = container.State?.Status ?? "unknown",
        Instance = container.Config?.Labels?.GetValueOrDefault(ContainerLabels.Managed),
        App = container.Config?.Labels?.GetValueOrDefault(ContainerLabels.App),
        SpecHash = container.Config?.Labels?.GetValueOrDefault(ContainerLabels.SpecHash),
        Keeper = Keepers.Of(container.Config?.Labels, instance),
        ExitCode = container.State?.ExitCode ?? 0,
        Error = container.State?.Error is { Length: > 0 } error ? WishMask.Of(error) : null,
        Health = container.State?.Health?.Status,
        StartedAt = container.State?.StartedAt,
        RestartCount = container.RestartCount,
        UsesGpu = GpuUse.Of(container, defaultRuntime: null),
        Limits = LimitsOf(container.HostConfig),
    };

    private static LiveLimits? LimitsOf(HostConfig? host) => host is null
        ? null
        : new LiveLimits(host.RestartPolicy?.Name is { Length: > 0 } name ? name : "no", host.Memory ?? 0, host.NanoCpus ?? 0);
}
