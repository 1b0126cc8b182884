using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>Pure: a wanted container as the Docker Engine API takes it.</summary>
internal static class ContainerCompiler
{
    private const long Mebi = 1 << 20;
    private const long Second = 1_000_000_000;
    private const string Host = "host";

    /// <summary>Output that nobody reads must not fill the disk of the machine.</summary>
    private static readonly LogConfig _logs = new() { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "10m", ["max-file"] = "3" } };

    /// <param name="secretOf">The value behind the name of a secret.</param>
    public static ContainerSpec Compile(DesiredContainer container, string instance, GpuAttachmentMode attachment, Func<string, string> secretOf)
    {
        var gpu = GpuParts.Of(container.Gpu, attachment);
        return new ContainerSpec
        {
            Image = ImageReference.Parse(container.Image, container.Digest).Wanted,
            Cmd = container.Command.IsEmpty ? null : container.Command,
            Entrypoint = container.Entrypoint.IsEmpty ? null : container.Entrypoint,
            Env = Environment(container, gpu, secretOf),
            Labels = LabelsOf(container, instance),
            ExposedPorts = container.Ports.IsEmpty ? null : container.Ports.Select(PortOf).Distinct().ToDictionary(port => port, _ => (ExposedPort?)new ExposedPort()),
            Healthcheck = HealthOf(container.Health),
            User = container.User,
            StopTimeout = container.StopSeconds,
            HostConfig = HostOf(container, gpu),
            NetworkingConfig = container.FurtherNetworks.IsEmpty
                ? null
                : new NetworkingConfig { EndpointsConfig = container.FurtherNetworks.ToDictionary(network => network, _ => (NetworkEndpoint?)new NetworkEndpoint()) },
        };
    }

    public static string RestartName(RestartRule rule) => rule switch
    {
        RestartRule.No => "no",
        RestartRule.OnFailure => "on-failure",
        RestartRule.Always => "always",
        _ => "unless-stopped",
    };

    public static long? Bytes(int? mebibytes) => mebibytes * Mebi;

    public static long? NanoCpus(decimal? processors) => (long?)(processors * Second);

    private static HostConfig HostOf(DesiredContainer container, GpuParts gpu) => new()
    {
        Binds = container.Volumes.IsEmpty ? null : [.. container.Volumes.Select(volume => $"{volume.Source}:{volume.Target}{(volume.IsReadOnly ? ":ro" : "")}")],
        NetworkMode = container.Reach.SharesNetwork ? Host : container.Network,
        PidMode = container.Reach.SharesProcesses ? Host : null,
        IpcMode = container.Reach.SharesMemory ? Host : null,
        Privileged = container.Reach.IsPrivileged ? true : null,
        CapAdd = container.Reach.Capabilities.IsEmpty ? null : container.Reach.Capabilities,
        PortBindings = BindingsOf(container),
        RestartPolicy = new RestartPolicy { Name = RestartName(container.Restart) },
        Runtime = gpu.Runtime,
        DeviceRequests = gpu.Requests,
        Devices = container.Devices.IsEmpty ? null : [.. container.Devices.Select(device => new DeviceMapping { PathOnHost = device, PathInContainer = device, CgroupPermissions = "rw" })],
        Memory = Bytes(container.MemoryMiB),
        NanoCpus = NanoCpus(container.Processors),
        ShmSize = Bytes(container.SharedMemoryMiB),
        LogConfig = _logs,
    };

    private static IReadOnlyList<string>? Environment(DesiredContainer container, GpuParts gpu, Func<string, string> secretOf)
    {
        var variables = container.Variables.Select(variable => Assignment(variable, secretOf)).ToList();
        if (gpu.Variable is { } visible)
            variables.Add(visible);
        return variables.Count == 0 ? null : variables;
    }

    private static string Assignment(ContainerVariable variable, Func<string, string> secretOf) => variable switch
    {
        { Secret: null } => $"{variable.Name}={variable.Value}",
        { IsFile: true } => $"{SecretFile.VariableOf(variable.Name)}={SecretFile.PathOf(variable.Name)}",
        _ => $"{variable.Name}={secretOf(variable.Secret)}",
    };

    private static Dictionary<string, string> LabelsOf(DesiredContainer container, string instance)
    {
        var labels = new Dictionary<string, string>(container.Labels)
        {
            [ContainerLabels.Managed] = instance,
            [ContainerLabels.App] = container.Id,
            [ContainerLabels.SpecHash] = SpecHash.Of(container),
        };
        if (ServersWithoutLogin.HasKey(container))
            labels[ContainerLabels.HasKey] = "true";
        return labels;
    }

    private static Dictionary<string, IReadOnlyList<PortBinding>?>? BindingsOf(DesiredContainer container) => container.Ports.IsEmpty
        ? null
        : container.Ports.GroupBy(PortOf).ToDictionary(group => group.Key, IReadOnlyList<PortBinding>? (group) =>
            [.. group.Select(port => new PortBinding { HostIp = port.Address, HostPort = $"{port.HostPort}" })]);

    private static string PortOf(PublishedPort port) => $"{port.ContainerPort}/{port.Protocol}";

    private static HealthCheckSpec? HealthOf(HealthProbe? health) => health switch
    {
        null => null,
        { Command: "" } => new HealthCheckSpec { Test = ["NONE"] },
        _ => new HealthCheckSpec
        {
            Test = ["CMD-SHELL", health.Command], Interval = health.IntervalSeconds * Second, Timeout = health.TimeoutSeconds * Second,
            Retries = health.Retries, StartPeriod = health.StartSeconds * Second,
        },
    };
}
