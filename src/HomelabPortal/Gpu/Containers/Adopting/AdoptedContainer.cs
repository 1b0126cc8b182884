using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>
/// Pure: a container as Docker describes it, as the wish that makes it anew. What it has from its image is left to the image.
/// <code>
/// variable named like a secret, or with a value that holds one     a secret, its value left out
/// secret in the command, the check or a label                      hidden where it stands
/// sent back so                                                     filled in again from the container
/// </code>
/// </summary>
internal static class AdoptedContainer
{
    private const long Mebi = 1 << 20;
    private const long Second = 1_000_000_000;
    private const long UsualSharedMemory = 64 * Mebi;

    /// <param name="address">Where the network reaches the host; null when that is not known.</param>
    /// <param name="image">What the image says of its containers; null when it is gone, and all is carried.</param>
    public static ContainerWish WishOf(string host, string? address, ContainerDetails details, ContainerConfig? image)
    {
        var real = RealOf(host, address, details, image);
        var shown = WishMask.Of(real, SecretsOf(real));
        return shown with { Variables = [.. real.Variables!.Zip(shown.Variables!, (variable, one) => variable.IsSecret == true || one.Value != variable.Value ? variable with { Value = null, IsSecret = true } : variable)] };
    }

    /// <summary>A wish that takes the container over, with the values that were hidden or left out where it was shown.</summary>
    public static ContainerWish Fill(ContainerWish sent, string? address, ContainerDetails details, ContainerConfig? image)
    {
        var real = RealOf(sent.Host ?? "", address, details, image);
        var values = Environment(details.Config).GroupBy(variable => variable.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        return WishMask.Restore(sent with { Variables = [.. (sent.Variables ?? []).Select(variable => Fill(variable, values))] }, real, SecretsOf(real));
    }

    private static VariableWish Fill(VariableWish variable, Dictionary<string, string> values) =>
        string.IsNullOrEmpty(variable.Value) && (variable.IsSecret ?? ContainerReading.LooksSecret(variable.Name ?? "")) && values.TryGetValue(variable.Name ?? "", out var value)
            ? variable with { Value = value, IsSecret = true }
            : variable;

    private static List<string> SecretsOf(ContainerWish real) => [.. real.Variables!.Where(variable => variable.IsSecret == true).Select(variable => variable.Value).OfType<string>()];

    private static ContainerWish RealOf(string host, string? address, ContainerDetails details, ContainerConfig? image)
    {
        var (config, ties) = (details.Config ?? new ContainerConfig(), details.HostConfig ?? new HostConfig());
        var networks = NetworksOf(details, ties);
        var entrypoint = Own(config.Entrypoint, image?.Entrypoint);
        var reach = ReachOf(ties);
        return new ContainerWish(
            host, NameOf(details), config.Image, null,
            // Docker forgets the image's command as soon as the entry point is another one.
            entrypoint is null ? Own(config.Cmd, image?.Cmd) : config.Cmd, entrypoint,
            [.. VariablesOf(config, image)], [.. PortsOf(ties, details.NetworkSettings, address)], [.. VolumesOf(details)],
            [.. (ties.Devices ?? []).Select(device => device.PathOnHost ?? "")], GpuOf(config, ties),
            ties.ShmSize is { } shared and > 0 and not UsualSharedMemory ? MiB(shared) : null, ties.Memory is { } memory and > 0 ? MiB(memory) : null,
            ties.NanoCpus is { } processors and > 0 ? (decimal)processors / Second : null, HealthOf(config.Healthcheck, image?.Healthcheck), RestartOf(ties.RestartPolicy),
            networks.FirstOrDefault(), LabelsOf(config, image), null, details.State is not { Running: true }, true, reach is null ? null : true, reach,
            [.. networks.Skip(1)], config.User == (image?.User ?? "") ? null : config.User, config.StopTimeout == image?.StopTimeout ? null : config.StopTimeout);
    }

    public static string NameOf(ContainerDetails details) => (details.Name ?? "").TrimStart('/');

    /// <summary>Name and value of each variable.</summary>
    public static IEnumerable<(string Name, string Value)> Environment(ContainerConfig? config) =>
        (config?.Env ?? []).Select(variable => variable.Split('=', 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""));

    private static IReadOnlyList<string>? Own(IReadOnlyList<string>? words, IReadOnlyList<string>? image) => words is null || (image is not null && words.SequenceEqual(image)) ? null : words;

    private static IEnumerable<VariableWish> VariablesOf(ContainerConfig config, ContainerConfig? image)
    {
        var given = Environment(image).ToHashSet();
        return Environment(config)
            .Where(variable => !given.Contains(variable) && variable.Name != GpuParts.VisibleDevices)
            .Select(variable => new VariableWish(variable.Name, variable.Value, ContainerReading.LooksSecret(variable.Name)));
    }

    private static IEnumerable<PortWish> PortsOf(HostConfig ties, ContainerNetworks? seen, string? address) =>
        from port in ties.PortBindings ?? new Dictionary<string, IReadOnlyList<PortBinding>?>()
        let parts = port.Key.Split('/')
        where parts.ElementAtOrDefault(1) is null or "tcp" or "udp"
        from binding in port.Value ?? []
        // A port that Docker chose is kept as it is now.
        let chosen = string.IsNullOrEmpty(binding.HostPort) ? seen?.Ports?.GetValueOrDefault(port.Key)?[0].HostPort : binding.HostPort
        let everywhere = Bindings.IsEverywhere(binding.HostIp ?? "")
        select new PortWish(everywhere ? address ?? "0.0.0.0" : binding.HostIp, Number(chosen), Number(parts[0]), parts.ElementAtOrDefault(1) ?? "tcp");

    private static IEnumerable<VolumeWish> VolumesOf(ContainerDetails details) =>
        (details.Mounts ?? []).Where(mount => mount.Type is "volume" or "bind").OrderBy(mount => mount.Destination, StringComparer.Ordinal)
            .Select(mount => new VolumeWish(mount.Type == "volume" ? mount.Name : mount.Source, mount.Destination, !mount.IsWritable));

    private static GpuWish? GpuOf(ContainerConfig config, HostConfig ties)
    {
        if ((ties.DeviceRequests ?? []).FirstOrDefault(IsGpu) is { } request)
            return request.DeviceIds is { Count: > 0 } ids && !ids.Any(id => id.EndsWith("=all", StringComparison.Ordinal))
                ? new GpuWish([.. ids.Select(id => id[(id.LastIndexOf('=') + 1)..])])
                : new GpuWish(Count: request.Count is > 0 ? request.Count : null);
        if (ties.Runtime != "nvidia" || Environment(config).LastOrDefault(variable => variable.Name == GpuParts.VisibleDevices).Value is not { Length: > 0 } devices || devices is "void" or "none")
            return null;
        return devices == "all" ? new GpuWish() : new GpuWish(devices.Split(','));
    }

    private static bool IsGpu(DeviceRequest request) => request.Driver is "cdi" or "nvidia" || (request.Capabilities ?? []).Any(all => all.Contains("gpu"));

    /// <summary>The durations of a check that says nothing of them are Docker's own, which are the portal's as well.</summary>
    private static HealthWish? HealthOf(HealthCheckSpec? check, HealthCheckSpec? image)
    {
        if (check?.Test is not { Count: > 0 } test || (image?.Test is { } own && own.SequenceEqual(test)))
            return null;
        var command = test[0] switch { "CMD-SHELL" => test.ElementAtOrDefault(1) ?? "", "CMD" => CommandText.Of(test.Skip(1)), _ => "" };
        return new HealthWish(command, Seconds(check.Interval), Seconds(check.Timeout), check.Retries is > 0 ? check.Retries : null, Seconds(check.StartPeriod));
    }

    private static RestartRule RestartOf(RestartPolicy? policy) => policy?.Name switch
    {
        "always" => RestartRule.Always,
        "unless-stopped" => RestartRule.UnlessStopped,
        "on-failure" => RestartRule.OnFailure,
        _ => RestartRule.No,
    };

    /// <summary>The one that it begins in first; Docker's own is none to name.</summary>
    private static List<string> NetworksOf(ContainerDetails details, HostConfig ties)
    {
        if (ties.NetworkMode is "host" or "none" || ties.NetworkMode?.StartsWith("container:", StringComparison.Ordinal) == true)
            return ties.NetworkMode == "none" ? ["none"] : [];
        var joined = (details.NetworkSettings?.Networks?.Keys ?? []).Where(name => name is not "bridge").Order(StringComparer.Ordinal).ToList();
        return ties.NetworkMode is { } first && joined.Remove(first) ? [first, .. joined] : joined;
    }

    private static Dictionary<string, string> LabelsOf(ContainerConfig config, ContainerConfig? image) =>
        (config.Labels ?? new Dictionary<string, string>())
            .Where(label => image?.Labels?.GetValueOrDefault(label.Key) != label.Value && !IdentityChecks.IsReserved(label.Key))
            .ToDictionary(label => label.Key, label => label.Value);

    private static ReachWish? ReachOf(HostConfig ties)
    {
        var reach = new ReachWish(ties.Privileged == true, ties.NetworkMode == "host", ties.PidMode == "host", ties.IpcMode == "host", [.. (ties.CapAdd ?? []).Select(Bare)]);
        return reach is { IsPrivileged: false, SharesNetwork: false, SharesProcesses: false, SharesMemory: false, Capabilities.Count: 0 } ? null : reach;
    }

    private static string Bare(string capability) => capability.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? capability[4..] : capability;

    private static int? Seconds(long? nanoseconds) => nanoseconds is > 0 ? (int)Math.Max(1, nanoseconds.Value / Second) : null;

    private static int MiB(long bytes) => (int)Math.Min(int.MaxValue, Math.Max(1, bytes / Mebi));

    private static int? Number(string? text) => int.TryParse(text, out var number) ? number : null;
}
