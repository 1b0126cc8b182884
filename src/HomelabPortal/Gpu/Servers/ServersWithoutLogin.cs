using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
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
/// its host not seen since the portal started       as above, but what is harmless then is unseen: it may be another by now
/// the version before it, put aside                 judged as well: it may come back
/// image that nobody knows                          none known
/// image without a name                             counts as one; unseen where the name could not be read
/// address and port of a Docker host                the containers that answer at that port there
/// </code>
/// </summary>
internal static class ServersWithoutLogin
{
    /// <returns>What it is called, or null.</returns>
    public static string? Of(DesiredContainer container) => KnownServers.Find(container.Image) is { Login: not ServerLogin.Own } server && !HasKey(container, server) ? server.Title : null;

    public static string? Of(string? image) => KnownServers.Find(image) is { Login: not ServerLogin.Own } server ? server.Title : null;

    public static bool HasKey(DesiredContainer container) => KnownServers.Find(container.Image) is { } server && HasKey(container, server);

    /// <summary>Behind a container that an exposure names.</summary>
    public static ServerSight Behind(ContainerBackend backend, DesiredState desired, DockerState docker)
    {
        var (wanted, seen) = (desired.FindContainer(backend.Host, backend.Container), docker.Find(backend.Host, backend.Container));
        if (seen is not null || docker.FindHost(backend.Host)?.AsOf is not null)
            return Judge(wanted, docker.FindHost(backend.Host), seen, backend.Image);
        return (wanted is null ? Of(backend.Image) : Of(wanted)) is { } title ? new ServerSight(title) : Hidden(backend.Host);
    }

    /// <summary>Behind an address, whoever wrote it down.</summary>
    public static ServerSight At(string address, int port, DesiredState desired, DockerState docker)
    {
        var seen = from host in docker.Hosts
                   from container in host.Containers
                   let wanted = desired.FindContainer(host.Name, container.Name)
                   where ContainerPorts.Of(wanted, container, host).Any(bound => ContainerPorts.IsAt(bound, host, address, port))
                   select Judge(wanted, host, container, null);
        var unseen = from wanted in desired.Containers
                     let host = docker.FindHost(wanted.Host)
                     where docker.Find(wanted.Host, wanted.Name) is null && ContainerPorts.Of(wanted, null, host).Any(bound => ContainerPorts.IsAt(bound, host, address, port))
                     select new ServerSight(Of(wanted));
        var hidden = from host in docker.Hosts
                     where host.AsOf is null && host.IsAt(address)
                     select Hidden(host.Name);
        return ServerSight.Worst(seen.Concat(unseen).Concat(hidden));
    }

    private static ServerSight Judge(DesiredContainer? wanted, DockerHostState? host, DockerContainer? seen, string? lastImage)
    {
        if (wanted is null)
            return seen is null ? new ServerSight(Of(lastImage)) : Of(seen, lastImage);
        if (Of(wanted) is { } title)
            return new ServerSight(title);
        // What stands there may be the version before it, or somebody else's by the same name; and one that was put aside may come back.
        var others = (host?.Containers ?? []).Where(container => PreviousName.IsOf(container.Name, wanted.Name))
            .Concat(seen is { IsRunning: true } && seen.SpecHash != SpecHash.Of(wanted) ? [seen] : []);
        return ServerSight.Worst(others.Where(container => !container.HasKey).Select(container => Of(container, null)));
    }

    private static ServerSight Of(DockerContainer seen, string? lastImage)
    {
        if (seen.IsImageUnseen)
            return Of(lastImage) is { } last ? new ServerSight(last) : new ServerSight(null, $"Which image the container {seen.Name} was made from cannot be read now.");
        return ImageIds.Is(seen.Image, seen.ImageId) ? ServerSight.Nameless : new ServerSight(Of(seen.Image));
    }

    private static ServerSight Hidden(string host) => new(null, $"The Docker host {host} has not been seen since the portal started.");

    /// <summary>A key in a file counts for nothing: whether the server reads that is its own affair.</summary>
    private static bool HasKey(DesiredContainer container, KnownServer server) =>
        server.Login == ServerLogin.Key && server.HasKey(
            [.. container.Entrypoint, .. container.Command],
            container.Variables.Where(variable => !variable.IsFile && (variable.IsSecret || !string.IsNullOrWhiteSpace(variable.Value))).Select(variable => variable.Name));
}
