using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the container behind a published port of a Docker host.
/// A container that does not run publishes nothing, so it is found by what is wanted here.
/// <code>
/// what runs there cannot be read                        container.unread             Unknown
/// no container publishes the port, none wants to        container.port.unpublished   Broken
/// the one that should is not there                      container.missing            Broken
/// it has ended                                          container.exited             Broken
/// it starts again and again                             container.restarting         Broken
/// its check fails                                       container.unhealthy          Broken
/// it is stopped or paused                               container.stopped            Broken
/// its check has not passed yet                          container.starting           Degraded
/// </code>
/// </summary>
internal static class ContainerHop
{
    public static (TraceHop Hop, DockerContainer? Container) Of(DockerHostState host, int port, TraceScene scene)
    {
        var wanted = scene.Facts.Names.Desired.Containers.FirstOrDefault(one => one.Host == host.Name && one.Ports.Any(published => published.HostPort == port && published.Protocol == "tcp"));
        var container = host.Containers.FirstOrDefault(one => one.Ports.Contains(port)) ?? (wanted is null ? null : host.Containers.FirstOrDefault(one => one.Name == wanted.Name));
        var name = container?.Name ?? wanted?.Name ?? "";
        var command = name.Length > 0 ? Reproducers.Container(host.Name, name) : $"ssh {ShellWord.Quote(host.Name)} docker ps --filter publish={port}";
        var hop = new TraceHop(
            HopKind.Container, name, wanted is null ? "/gpu" : $"/gpu/containers/{wanted.Id}", $"Container {name} runs and publishes port {port}.", command, Hop.Found(Judge(host, port, container, wanted, command)))
        {
            Facts = container is null ? [] : [new TraceFact("Image", container.Image), new TraceFact("State", container.Status)],
        };
        return (hop, container);
    }

    private static TraceFinding? Judge(DockerHostState host, int port, DockerContainer? container, DesiredContainer? wanted, string command)
    {
        if (!MachineHop.IsRead(host))
            return new TraceFinding("container.unread", TraceVerdict.Unknown, $"What runs on {host.Name} is not known now.", "Look at the machine and its Docker engine.", command) { AsOf = host.AsOf };
        if (container is null)
            return wanted is null
                ? Hop.Broken("container.port.unpublished", $"No running container of {host.Name} publishes port {port}.", "Start the container, or publish the port.", command) with { Fix = new TraceFix("See what runs there", "/gpu") }
                : Hop.Broken("container.missing", $"Container {wanted.Name} is wanted on {host.Name}, but is not there.", "See at its steps why it was not made.", command) with { Fix = See(wanted) };
        var (code, verdict, what) = (container.State, ContainerHealths.Of(container)) switch
        {
            ("exited", _) or ("dead", _) => ("container.exited", TraceVerdict.Broken, $"Container {container.Name} on {host.Name} has ended: {container.Status}."),
            ("restarting", _) => ("container.restarting", TraceVerdict.Broken, $"Container {container.Name} on {host.Name} starts again and again: {container.Status}."),
            ("running", HealthState.Broken) => ("container.unhealthy", TraceVerdict.Broken, $"The check of container {container.Name} on {host.Name} fails."),
            ("running", HealthState.Progressing) => ("container.starting", TraceVerdict.Degraded, $"Container {container.Name} on {host.Name} has just started, and its check has not passed yet."),
            ("running", _) => ("", TraceVerdict.Healthy, ""),
            _ => ("container.stopped", TraceVerdict.Broken, $"Container {container.Name} on {host.Name} does not run: {container.State}."),
        };
        if (code.Length == 0)
            return container.Ports.Contains(port) ? null : Hop.Broken("container.port.unpublished", $"Container {container.Name} on {host.Name} runs, but does not publish port {port}.", "Publish the port.", command) with { Fix = See(wanted) };
        return new TraceFinding(code, verdict, what, code == "container.starting" ? "Wait a moment." : "Read its log, then start it again.", Reproducers.ContainerLogs(host.Name, container.Name)) { Fix = See(wanted) };
    }

    private static TraceFix See(DesiredContainer? wanted) => wanted is null ? new TraceFix("See what runs there", "/gpu") : new TraceFix($"See {wanted.Name}", $"/gpu/containers/{wanted.Id}");
}
