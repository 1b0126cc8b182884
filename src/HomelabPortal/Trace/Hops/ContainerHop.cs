using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the container behind a published port of a Docker host.
/// A container that does not run publishes nothing, so it is found by what is wanted here and by what exposures lead to.
/// Docker tells no ports of a container that shares the machine's network, nor of a program outside Docker: what nobody publishes may answer all the same.
/// <code>
/// what runs there cannot be read                             container.unread             Unknown
/// none publishes the port, and none is known that should     container.port.unpublished   Unknown
/// the one that should runs, but does not publish the port    container.port.unpublished   Broken, or Unknown where it shares the machine's network
/// the one that should is not there                           container.missing            Broken
/// it has ended                                               container.exited             Broken
/// it starts again and again                                  container.restarting         Broken
/// its check fails                                            container.unhealthy          Broken
/// it is stopped or paused                                    container.stopped            Broken
/// its check has not passed yet                               container.starting           Degraded
/// </code>
/// </summary>
internal static class ContainerHop
{
    public static (TraceHop Hop, DockerContainer? Container) Of(DockerHostState host, int port, TraceScene scene)
    {
        var expected = ExpectedContainer.Of(host.Name, port, scene.Facts.Names.Desired);
        var container = host.Containers.FirstOrDefault(one => one.Ports.Contains(port)) ?? (expected is null ? null : host.Containers.FirstOrDefault(one => one.Name == expected.Name));
        var name = container?.Name ?? expected?.Name ?? "";
        var command = name.Length > 0 ? Reproducers.Container(host.Name, name) : $"ssh {ShellWord.Quote(host.Name)} docker ps --filter publish={port}";
        var hop = new TraceHop(
            HopKind.Container, name, expected?.Href ?? "/gpu", $"Container {name} runs and publishes port {port}.", command, Hop.Found(Judge(host, port, container, expected, command)))
        {
            Facts = container is null ? [] : [new TraceFact("Image", container.Image), new TraceFact("State", container.Status)],
        };
        return (hop, container);
    }

    /// <summary>Who may listen on a port of the machine that nobody publishes.</summary>
    public static string MayListen(DockerHostState host) => host.Containers.Where(one => one is { IsRunning: true, SharesNetwork: true }).Select(one => one.Name).ToList() switch
    {
        [] => "A program outside Docker may listen there.",
        [var one] => $"Container {one} shares the machine's network and may listen there.",
        var some => $"One of {string.Join(", ", some.Take(4))}, which share the machine's network, may listen there.",
    };

    private static TraceFinding? Judge(DockerHostState host, int port, DockerContainer? container, ExpectedContainer? expected, string command)
    {
        if (!MachineHop.IsRead(host))
            return new TraceFinding("container.unread", TraceVerdict.Unknown, $"What runs on {host.Name} is not known now.", "Look at the machine and its Docker engine.", command) { AsOf = host.AsOf };
        if (container is null)
            return expected?.Missing(host.Name, command) ?? Unpublished(host, $"No container of {host.Name} publishes port {port}. {MayListen(host)}", port) with { Fix = See(expected) };
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
            return container.Ports.Contains(port) ? null : Running(host, port, container, command) with { Fix = See(expected) };
        return new TraceFinding(code, verdict, what, code == "container.starting" ? "Wait a moment." : "Read its log, then start it again.", Reproducers.ContainerLogs(host.Name, container.Name)) { Fix = See(expected) };
    }

    private static TraceFinding Running(DockerHostState host, int port, DockerContainer container, string command) => container.SharesNetwork
        ? Unpublished(host, $"Container {container.Name} on {host.Name} shares the machine's network, so Docker does not tell whether it listens on port {port}.", port)
        : Hop.Broken("container.port.unpublished", $"Container {container.Name} on {host.Name} runs, but does not publish port {port}.", "Publish the port.", command);

    private static TraceFinding Unpublished(DockerHostState host, string what, int port) =>
        Hop.Unknown("container.port.unpublished", what, "Probe it; if nothing answers, start what should listen there, or publish the port.", Reproducers.Connect(host.LanAddress ?? host.Name, port));

    private static TraceFix See(ExpectedContainer? expected) => expected?.Wanted is { } wanted ? new TraceFix($"See {wanted.Name}", expected.Href) : new TraceFix("See what runs there", "/gpu");
}
