using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>Pure: what somebody changed by hand on a container that is ours.</summary>
internal static class ContainerDrift
{
    /// <summary>Made from what is wanted, and nobody changed it since.</summary>
    public static bool IsNone(ContainerScene scene, LiveContainer container) =>
        container.SpecHash == scene.Wish.Hash && InLimits(scene, container) is null;

    /// <summary>The first difference, in words; null without one, and where it was not looked at closely.</summary>
    public static string? InLimits(ContainerScene scene, LiveContainer current)
    {
        if (current.Limits is not { } limits)
            return null;
        var container = scene.Wish.Container;
        // None where one is wanted: the host's kernel has no such limit and the engine made do without, as it would again.
        if (limits.MemoryBytes > 0 && limits.MemoryBytes != (ContainerCompiler.Bytes(container.MemoryMiB) ?? 0))
            return "its limit of memory";
        if (limits.NanoCpus != (ContainerCompiler.NanoCpus(container.Processors) ?? 0))
            return "its limit of processors";
        return limits.Restart != ContainerCompiler.RestartName(container.Restart) ? "when Docker starts it again" : null;
    }

    /// <summary>Docker starts such a one again by itself, so when it has ended it was stopped by somebody.</summary>
    public static bool IsStartedByDocker(RestartRule rule, int exitCode) =>
        rule is RestartRule.UnlessStopped or RestartRule.Always || (rule is RestartRule.OnFailure && exitCode != 0);
}
