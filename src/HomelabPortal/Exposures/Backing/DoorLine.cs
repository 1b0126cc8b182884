using HomelabPortal.Desired;
using HomelabPortal.Gpu;

namespace HomelabPortal.Exposures.Backing;

/// <summary>
/// Pure: what a container's row says of the names it is reached under.
/// <code>
/// exposed                                       its first hostname, and how many more there are
/// not, and the cluster reaches a port of it     where it gets a name
/// neither                                       nothing
/// </code>
/// </summary>
/// <param name="Hostname">Null when it has none.</param>
/// <param name="Href">The exposure, or the form of a new one.</param>
public sealed record DoorLine(string? Hostname, int More, string Href)
{
    /// <summary>By the names of a host's containers.</summary>
    internal static IReadOnlyDictionary<string, DoorLine> OfHost(string host, DesiredState desired, DockerState docker)
    {
        var open = docker.FindHost(host) is { } seen
            ? Backends.Containers(seen, docker, desired).Where(port => port.WhyNot is null).DistinctBy(port => port.Name).ToDictionary(port => port.Name, port => new DoorLine(null, 0, ContainerDoor.HrefOf(port.Key)))
            : [];
        foreach (var doors in desired.Exposures.Where(exposure => exposure.Backend is ContainerBackend backend && backend.Host == host).GroupBy(exposure => ((ContainerBackend)exposure.Backend).Container))
            open[doors.Key] = new DoorLine(doors.First().Hostname.Value, doors.Count() - 1, $"/exposures/{doors.First().Id}");
        return open;
    }
}
