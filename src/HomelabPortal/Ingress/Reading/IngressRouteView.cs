using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Ingress.Reading;

/// <summary>One IngressRoute or Ingress as a person reads it, with its computed health.</summary>
/// <param name="Kind">"IngressRoute" or "Ingress".</param>
/// <param name="Paths">"/" for all paths.</param>
/// <param name="Raw">The rules as written, one a line.</param>
/// <param name="Tls">"wildcard-cowlab-tls", "default certificate", a resolver's name; empty for plain HTTP.</param>
internal sealed record IngressRouteView(
    string Kind, string Uid, string Namespace, string Name, ImmutableArray<RouteHost> Hosts, ImmutableArray<string> Paths, string Raw,
    ImmutableArray<string> EntryPoints, string Tls, ImmutableArray<string> Middlewares, ImmutableArray<RouteBackend> Backends, string Owner, Verdict Health)
{
    public string HostText => string.Join(", ", Hosts.Select(host => host.Name));

    public string PathText => string.Join(", ", Paths);

    public string EntryPointText => string.Join(", ", EntryPoints);

    public string MiddlewareText => string.Join(", ", Middlewares);

    public string BackendText => string.Join(", ", Backends.Select(backend => backend.Text));

    public string NameText => $"{Namespace}/{Name}";

    /// <summary>Owner and object, as the filter searches them.</summary>
    public string OwnerText => $"{Owner} {NameText}";

    /// <summary>Rows are equal when they look the same; arrays compare by content here.</summary>
    public bool Equals(IngressRouteView? other) => other is not null
        && (Uid, Health, Owner, Tls, Raw) == (other.Uid, other.Health, other.Owner, other.Tls, other.Raw)
        && Hosts.SequenceEqual(other.Hosts) && EntryPoints.SequenceEqual(other.EntryPoints)
        && Middlewares.SequenceEqual(other.Middlewares) && Backends.SequenceEqual(other.Backends);

    public override int GetHashCode() => HashCode.Combine(Uid, Health);
}
