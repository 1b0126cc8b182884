using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Desired;

namespace HomelabPortal.Gpu.Work.Shell;

/// <summary>Pure: whether a shell can be opened in a container of a Docker host. The page and the endpoint ask the same.</summary>
internal static class HostShells
{
    public static ShellRefusal? WhyNot(ShellOptions options, DockerState state, string host, string name)
    {
        if (!options.Enabled)
            return new ShellRefusal(ShellRefusalKind.SwitchedOff, ShellOptions.SwitchedOff);
        if (state.Hosts.FirstOrDefault(one => one.Name == host) is not { } machine)
            return new ShellRefusal(ShellRefusalKind.NoSuchPod, $"There is no Docker host {host} in the settings.");
        if (machine.Containers.FirstOrDefault(one => one.Name == name) is not { } container)
            return new ShellRefusal(ShellRefusalKind.NoSuchContainer, $"{host} has no container {name} now.");
        return WhyNot(container) is { } why ? new ShellRefusal(ShellRefusalKind.NotRunning, why) : null;
    }

    /// <summary>Whoever is in a container that reaches into its host is on the host: that takes what letting it do so took.</summary>
    public static Act ActOf(DesiredState desired, string host, string name) =>
        desired.Containers.Any(container => container.Host == host && container.Name == name && container.IsUnsafe) ? Act.AllowUnsafeContainer : Act.OpenShell;

    /// <summary>Null when it runs.</summary>
    public static string? WhyNot(DockerContainer container) => container.State switch
    {
        "running" => null,
        "paused" => $"{container.Name} is paused. A shell needs it to run.",
        _ => $"{container.Name} does not run. A shell needs it to.",
    };
}
