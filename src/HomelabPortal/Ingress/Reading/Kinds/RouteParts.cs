using HomelabPortal.Cluster.Health;
using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>What reading one route by itself gives, before it is compared with the others.</summary>
internal sealed record RouteParts(string Kind, ObjectMeta Meta)
{
    public ImmutableArray<RouteHost> Hosts { get; init; } = [];

    /// <summary>"/" for all paths.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The rules as written, one a line.</summary>
    public string Raw { get; init; } = "";

    public IReadOnlyList<string> EntryPoints { get; init; } = [];

    /// <summary>The names of the gateways it hangs on; only HTTPRoutes have them.</summary>
    public ImmutableArray<string> Parents { get; init; } = [];

    public string Tls { get; init; } = "";

    public string TlsSecret { get; init; } = "";

    public string Class { get; init; } = "";

    /// <summary>True when it is known that Traefik leaves it to another controller.</summary>
    public bool IsForeign { get; init; }

    public ImmutableArray<RuleParts> Rules { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>True when its rules stand beside those of other routes in one Traefik.</summary>
    public bool Contends { get; init; }

    public bool HasBackend => Rules.Any(rule => rule.Shown.Backends.Count > 0);
}
