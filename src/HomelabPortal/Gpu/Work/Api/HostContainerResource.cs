using HomelabPortal.Gpu.Work.Inspecting;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>A container of a Docker host, whoever keeps it.</summary>
/// <param name="State">Docker's word: running, exited and so on.</param>
/// <param name="Health">starting, healthy or unhealthy; null without a check, and while it does not run.</param>
/// <param name="Keeper">Who looks after it, such as "the compose project media"; null when nothing says so.</param>
/// <param name="WantedId">The wanted container that it stands for; null for a foreign one.</param>
/// <param name="Exit">Why it does not run; null while it does.</param>
/// <param name="Reaches">How it reaches into its host; empty for what is contained.</param>
internal sealed record HostContainerResource(
    string Host, string Id, string Name, string Image, string ImageId, string State, string? Health, string? Keeper, string? WantedId, string? Exit, int ExitCode, bool WasOutOfMemory,
    DateTimeOffset? Created, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int Restarts, string RestartPolicy,
    IReadOnlyList<string> Ports, IReadOnlyList<string> Mounts, IReadOnlyList<string> Networks, IReadOnlyList<string> Reaches)
{
    public static HostContainerResource Of(SeenContainer seen) => new(
        seen.Host, seen.Id, seen.Name, seen.Image, seen.ImageId, seen.State, seen.Health, seen.Care.Keeper, seen.Care.WantedId, seen.Exit, seen.ExitCode, seen.WasOutOfMemory,
        seen.Created, seen.StartedAt, seen.FinishedAt, seen.Restarts, seen.RestartPolicy, [.. seen.Ports], [.. seen.Mounts], [.. seen.Networks], [.. seen.Reaches]);
}
