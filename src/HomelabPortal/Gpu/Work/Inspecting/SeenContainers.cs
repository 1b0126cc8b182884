using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>Pure: an engine's description of a container in the words of its page.</summary>
internal static class SeenContainers
{
    private const int LongestCheck = 300;

    public static SeenContainer Of(string host, ContainerDocument found, MaskedDocument masked, DesiredState desired)
    {
        var (details, state) = (found.Details, found.Details.State);
        var name = (details.Name ?? details.Id).TrimStart('/');
        var isRunning = state?.Running == true;
        var checks = isRunning ? state?.Health : null;
        return new SeenContainer
        {
            Host = host,
            Id = details.Id,
            Name = name,
            Care = ContainerCares.Of(name, details.Config?.Labels, desired),
            Image = details.Config?.Image ?? "",
            ImageId = details.Image ?? "",
            State = state?.Status ?? "unknown",
            Health = checks?.Status,
            HealthSaid = checks?.Log is [.., { Output.Length: > 0 } last] ? Short(masked.Text(last.Output)) : null,
            FailedChecks = checks?.FailingStreak ?? 0,
            Created = details.Created,
            StartedAt = Real(state?.StartedAt),
            FinishedAt = isRunning ? null : Real(state?.FinishedAt),
            Exit = ExitWords.Of(state) is { } why ? masked.Text(why) : null,
            ExitCode = state?.ExitCode ?? 0,
            WasOutOfMemory = !isRunning && state?.WasOutOfMemory == true,
            Restarts = details.RestartCount,
            RestartPolicy = details.HostConfig?.RestartPolicy?.Name is { Length: > 0 } policy ? policy : "no",
            Ports = [.. Ports(details)],
            Mounts = [.. (details.Mounts ?? []).Select(mount => $"{(mount.Type == "volume" ? mount.Name : mount.Source)} → {mount.Destination}{(mount.IsWritable ? "" : ", read only")}")],
            Networks = [.. (details.NetworkSettings?.Networks ?? ImmutableDictionary<string, ContainerNetwork?>.Empty).Select(network => network.Value?.Address is { Length: > 0 } address ? $"{network.Key} ({address})" : network.Key)],
            Reaches = [.. Reaches(details)],
            Document = masked.Of(found.Json),
        };
    }

    private static IEnumerable<string> Ports(ContainerDetails details) =>
        from port in details.NetworkSettings?.Ports ?? ImmutableDictionary<string, IReadOnlyList<PortBinding>?>.Empty
        orderby port.Key
        from binding in port.Value ?? []
        select $"{(binding.HostIp is { Length: > 0 } address and not ("0.0.0.0" or "::") ? address : "every address")}:{binding.HostPort} → {port.Key}";

    private static IEnumerable<string> Reaches(ContainerDetails details)
    {
        var host = details.HostConfig;
        if (host?.Privileged == true)
            yield return "privileged";
        if (host?.NetworkMode == "host")
            yield return "the host's network";
        if (host?.PidMode == "host")
            yield return "the host's processes";
        foreach (var mount in details.Mounts ?? [])
        {
            if (mount.Type == "bind" && mount.Source is "/" or "/etc" or "/root" or "/var/run" or "/run")
                yield return $"the host's folder {mount.Source}";
            if (mount.Source?.EndsWith("/docker.sock", StringComparison.Ordinal) == true)
                yield return "the Docker engine itself";
        }
    }

    /// <summary>Docker writes the year 1 for what never was.</summary>
    private static DateTimeOffset? Real(DateTimeOffset? at) => at is { Year: > 1 } ? at : null;

    private static string Short(string text)
    {
        var plain = VisibleText.Of(text.Trim());
        return plain.Length > LongestCheck ? plain[..LongestCheck] + "…" : plain;
    }
}
