using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Pure: what is known of the server behind a free rule.
/// <code>
/// leads to an address or a name                       as an exposure that leads there
/// and asks there for another name                     also by the exposure that has that name
/// leads where the exposures go, by its own name       also by the exposure that has that name
/// leads to anything else                              none known
/// </code>
/// </summary>
internal static class RuleSights
{
    /// <param name="origin">Where the rules of exposures lead; null when that is not asked.</param>
    public static ServerSight Of(TunnelEntry entry, DesiredState desired, DockerState docker, string? origin = null) =>
        ServerSight.Worst(Backends(entry, desired, origin).Select(backend => ServerBehind.Look(backend, desired, docker)));

    /// <summary>Where it leads: the place that it names, and what the ingress has there for the name that it asks for.</summary>
    public static IEnumerable<Backend> Backends(TunnelEntry entry, DesiredState desired, string? origin = null)
    {
        if (Place(entry.Service) is not { } place)
            return [];
        var name = HostHeader(entry.OriginRequest) ?? (origin is not null && Place(origin) == place ? entry.Name.Value : null);
        return name is null ? [place] : [place, .. BackendEnds.Named(name, desired).Select(exposure => exposure.Backend)];
    }

    /// <summary>Null for what is no place, such as a status or a socket.</summary>
    public static AddressBackend? Place(string service) =>
        Uri.TryCreate(service, UriKind.Absolute, out var uri) && uri is { HostNameType: not UriHostNameType.Unknown, Port: > 0 } ? new AddressBackend(uri.Host.Trim('[', ']'), uri.Port) : null;

    private static string? HostHeader(string? settings) =>
        settings is not null && JsonNode.Parse(settings) is JsonObject json && json["httpHostHeader"] is JsonValue header && header.TryGetValue<string>(out var name) && name.Length > 0
            ? name
            : null;
}
