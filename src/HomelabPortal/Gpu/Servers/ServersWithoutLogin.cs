using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;

namespace HomelabPortal.Gpu.Servers;

/// <summary>
/// Pure: which server without a login of its own answers at a place. Whoever reaches such a one may use the card, read and delete.
/// <code>
/// wanted, image of a known server                  by its image, command and variables: a key that it is given counts
/// seen to run, made from what is wanted            as wanted
/// seen to run, made by us with a key               none
/// seen to run, anything else of a known image      by its image alone: whether it has a key cannot be seen, so it has none
/// neither wanted nor seen                          by the image that it was last seen with
/// image that nobody knows                          none known
/// address and port of a Docker host                the containers that publish that port there
/// </code>
/// </summary>
internal static class ServersWithoutLogin
{
    /// <returns>What it is called, or null.</returns>
    public static string? Of(DesiredContainer container) => KnownServers.Find(container.Image) is { Login: not ServerLogin.Own } server && !HasKey(container, server) ? server.Title : null;

    public static string? Of(string? image) => KnownServers.Find(image) is { Login: not ServerLogin.Own } server ? server.Title : null;

    public static bool HasKey(DesiredContainer container) => KnownServers.Find(container.Image) is { } server && HasKey(container, server);

    /// <summary>Behind a container that an exposure names.</summary>
    public static string? Behind(ContainerBackend backend, DesiredState desired, DockerState docker) =>
        Judge(desired.FindContainer(backend.Host, backend.Container), docker.Find(backend.Host, backend.Container), backend.Image);

    /// <summary>Behind an address, whoever wrote it down.</summary>
    public static string? At(string address, int port, DesiredState desired, DockerState docker)
    {
        var seen = from host in docker.Hosts
                   from container in host.Containers
                   let wanted = desired.FindContainer(host.Name, container.Name)
                   where container.Published.Concat(wanted is null ? [] : ContainerPlace.Ports(wanted)).Any(bound => IsAt(bound, host, address, port))
                   select Judge(wanted, container, null);
        var unseen = from wanted in desired.Containers
                     let host = docker.FindHost(wanted.Host)
                     where docker.Find(wanted.Host, wanted.Name) is null && ContainerPlace.Ports(wanted).Any(bound => IsAt(bound, host, address, port))
                     select Of(wanted);
        return seen.Concat(unseen).FirstOrDefault(title => title is not null);
    }

    private static string? Judge(DesiredContainer? wanted, DockerContainer? seen, string? lastImage)
    {
        if (wanted is null)
            return Of(seen?.Image ?? lastImage);
        if (Of(wanted) is { } title)
            return title;
        // What stands there may be the version before it, or somebody else's by the same name.
        return seen is not { IsRunning: true } || seen.HasKey || seen.SpecHash == SpecHash.Of(wanted) ? null : Of(seen.Image);
    }

    /// <summary>A key in a file counts for nothing: whether the server reads that is its own affair.</summary>
    private static bool HasKey(DesiredContainer container, KnownServer server) =>
        server.Login == ServerLogin.Key && server.HasKey(
            [.. container.Entrypoint, .. container.Command],
            container.Variables.Where(variable => !variable.IsFile && (variable.IsSecret || !string.IsNullOrWhiteSpace(variable.Value))).Select(variable => variable.Name));

    private static bool IsAt(DockerPort bound, DockerHostState? host, string address, int port) =>
        bound.Port == port && !Bindings.IsLoopback(bound.Address)
        && (Same(bound.Address, address) || Same(host?.LanAddress, address) || (Bindings.IsEverywhere(bound.Address) && host?.LanAddress is null));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
