using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>The container that should publish a port of a Docker host, whether it does or not: one that does not run publishes nothing.</summary>
/// <param name="Wanted">What is wanted of it; null where the portal does not keep it.</param>
/// <param name="Exposure">The exposure that leads to it; null where it is found by what is wanted.</param>
internal sealed record ExpectedContainer(string Name, DesiredContainer? Wanted, Exposure? Exposure)
{
    public bool IsToRun => Wanted is not { IsStopped: true };

    public string Href => Wanted is { } wanted ? $"/gpu/containers/{wanted.Id}" : "/gpu";

    /// <summary>By what is wanted there, else by the exposure that led to the port when it was saved; null when nothing of the lab should publish it.</summary>
    public static ExpectedContainer? Of(string host, int port, DesiredState desired)
    {
        if (desired.Containers.FirstOrDefault(one => one.Host == host && one.Ports.Any(published => published.HostPort == port && published.Protocol == "tcp")) is { } wanted)
            return new ExpectedContainer(wanted.Name, wanted, null);
        return desired.Exposures.FirstOrDefault(one => one.Backend is ContainerBackend backend && backend.Host == host && backend.HostPort == port) is { Backend: ContainerBackend led } exposure
            ? new ExpectedContainer(led.Container, desired.FindContainer(host, led.Container), exposure)
            : null;
    }

    public TraceFinding Missing(string host, string command) => Wanted is { } wanted
        ? Hop.Broken("container.missing", $"Container {Name} is wanted on {host}, but is not there.", "See at its steps why it was not made.", command) with { Fix = new TraceFix($"See {wanted.Name}", Href) }
        : Hop.Broken("container.missing", $"Container {Name}, to which an exposure leads, is not on {host}.", "Make it again, or lead the exposure elsewhere.", command) with { Fix = new TraceFix("See the exposure", $"/exposures/{Exposure?.Id}") };
}
