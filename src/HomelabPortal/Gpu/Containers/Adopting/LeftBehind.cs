using HomelabPortal.Docker;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>Pure: what of a container the portal cannot ask for, in words, so that nobody finds out later.</summary>
internal static class LeftBehind
{
    public static IEnumerable<string> Of(ContainerDetails details, ContainerConfig? image, string? address)
    {
        var (config, ties) = (details.Config ?? new ContainerConfig(), details.HostConfig ?? new HostConfig());
        return Ties(ties, address).Concat(Program(details, config, image)).Concat(Mounts(details));
    }

    private static IEnumerable<string> Ties(HostConfig ties, string? address)
    {
        if (ties.ExtraHosts is { Count: > 0 } names)
            yield return $"further names it knows: {string.Join(", ", names)}";
        if (ties.Dns is { Count: > 0 })
            yield return "name servers of its own";
        if (ties.Ulimits is { Count: > 0 } limits)
            yield return $"limits of its processes: {string.Join(", ", limits.Select(limit => limit.Name))}";
        if (ties.PidsLimit > 0)
            yield return "a limit of the number of its processes";
        if (ties.CapDrop is { Count: > 0 })
            yield return "rights that were taken from it";
        if (ties.SecurityOpt is { Count: > 0 } options)
            yield return $"security options: {string.Join(", ", options)}";
        if (ties.ReadonlyRootfs == true)
            yield return "that its own files are read only";
        if (ties.Init == true)
            yield return "the small init process";
        if (ties.GroupAdd is { Count: > 0 })
            yield return "further groups of its user";
        if (ties.UtsMode == "host" || !string.IsNullOrEmpty(ties.UsernsMode))
            yield return "its place in the host's names or users";
        if (ties.RestartPolicy?.MaximumRetryCount > 0)
            yield return "how often a failure starts it again";
        if (ties.LogConfig is { Type: not (null or "" or "json-file") } or { Config.Count: > 0 })
            yield return "its settings of the log: it gets 10 MiB three times over";
        foreach (var device in (ties.Devices ?? []).Where(device => device.PathOnHost != device.PathInContainer))
            yield return $"that the device {device.PathOnHost} is called {device.PathInContainer} inside";
        foreach (var (port, bindings) in ties.PortBindings ?? new Dictionary<string, IReadOnlyList<PortBinding>?>())
        {
            if (port.EndsWith("/sctp", StringComparison.Ordinal))
                yield return $"the port {port}";
            else if (address is not null && (bindings ?? []).Any(binding => Bindings.IsEverywhere(binding.HostIp ?? "")))
                yield return $"that port {port.Split('/')[0]} is open on every address: it is bound to {address}";
        }
    }

    private static IEnumerable<string> Program(ContainerDetails details, ContainerConfig config, ContainerConfig? image)
    {
        if (config.WorkingDir is { Length: > 0 } folder && folder != image?.WorkingDir)
            yield return $"its working folder {folder}";
        if (config.Hostname is { Length: > 0 } name && !details.Id.StartsWith(name, StringComparison.Ordinal) && details.HostConfig?.NetworkMode != "host")
            yield return $"its host name {name}";
        if (config.StopSignal is { Length: > 0 } signal && signal != (image?.StopSignal ?? "SIGTERM"))
            yield return $"that {signal} ends it";
        if (config.Tty == true || config.OpenStdin == true)
            yield return "its terminal";
    }

    private static IEnumerable<string> Mounts(ContainerDetails details)
    {
        foreach (var mount in (details.Mounts ?? []).Where(mount => mount.Type is not ("volume" or "bind")))
            yield return $"the {mount.Type} at {mount.Destination}";
        foreach (var path in details.HostConfig?.Tmpfs?.Keys ?? [])
            yield return $"the files in memory at {path}";
    }
}
