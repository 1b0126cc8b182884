using HomelabPortal.Gpu;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges a machine outside the cluster.
/// <code>
/// a Docker host that cannot be read                  machine.unread          Unknown
/// a Docker host, and no port that is known of        machine.port.unknown    Unknown: nothing says that anybody listens there
/// a Docker host                                      nothing                 Healthy
/// any other                                          machine.unwatched       Unknown: nobody looks at it but a probe
/// </code>
/// </summary>
internal static class MachineHop
{
    /// <param name="port">Null where the way in says none, and no container publishes what a browser asks for or should.</param>
    public static (TraceHop Hop, DockerHostState? Host) Of(string address, int? port, TraceScene scene)
    {
        var host = scene.Facts.Docker.Hosts.FirstOrDefault(candidate => candidate.LanAddress == address);
        var connect = Reproducers.Connect(address, port ?? 443);
        var place = port is null ? address : address.Contains(':') ? $"[{address}]:{port}" : $"{address}:{port}";
        if (host is null)
            return (new TraceHop(HopKind.Machine, place, null, $"{place} is outside the cluster.", connect, [Hop.Unknown("machine.unwatched", $"Nobody watches {place}, which is outside the cluster.", "Probe it, or look at the machine.", connect)]) { Addresses = [new HopAddress(address, port ?? 443)] }, null);
        return (new TraceHop(HopKind.Machine, host.Name, "/gpu", $"{host.Name} at {address} answers the portal.", connect, Hop.Found(Unread(host) ?? (port is null ? NoPort(host, connect) : null)))
        {
            Facts = [new TraceFact("Address", place)], Addresses = [new HopAddress(address, port ?? 443)],
        }, host);
    }

    public static bool IsRead(DockerHostState host) => host is { AsOf: not null, Fault: null };

    private static TraceFinding? Unread(DockerHostState host) => IsRead(host) ? null : new TraceFinding(
        "machine.unread", TraceVerdict.Unknown, $"{host.Name} cannot be read now. {host.Fault ?? "Nothing has been read yet."}", "Look at the machine and its Docker engine.", $"ssh {ShellWord.Quote(host.Name)} docker ps")
    {
        AsOf = host.AsOf, Fix = new TraceFix("See the machines", "/gpu"),
    };

    private static TraceFinding NoPort(DockerHostState host, string connect) => Hop.Unknown(
        "machine.port.unknown", $"No container of {host.Name} publishes port 443 or 80. {ContainerHop.MayListen(host)}", "Probe it, or lead the name to what should answer.", connect) with { Fix = new TraceFix("See what runs there", "/gpu") };
}
