using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ingress.Reading.Kinds;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>One route of any kind as a person reads it, with its computed health. Two are equal when they look the same.</summary>
/// <param name="Kind">"IngressRoute", "IngressRouteTCP", "IngressRouteUDP", "Ingress" or "HTTPRoute".</param>
/// <param name="Paths">"/" for all paths.</param>
/// <param name="Raw">The rules as written, one a line.</param>
/// <param name="Tls">"wildcard-cowlab-tls", "default certificate", a resolver's name; empty for plain HTTP.</param>
public sealed record IngressRouteView(
    string Kind, string Uid, string Namespace, string Name, ValueList<RouteHost> Hosts, ValueList<string> Paths, string Raw,
    ValueList<string> EntryPoints, string Tls, ValueList<RouteRule> Rules, ValueList<Finding> Findings, ObjectManager? Manager, Verdict Health)
{
    private static readonly Verdict _healthy = new(HealthState.Healthy, "Healthy");

    /// <summary>The secret that holds its certificate; empty when it names none.</summary>
    public string TlsSecret { get; init; } = "";

    /// <summary>The ingress class it asks for; empty when it leaves that open.</summary>
    public string Class { get; init; } = "";

    /// <summary>True when it is known that Traefik leaves it to another controller.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The gateways it hangs on, "namespace/name".</summary>
    public ValueList<string> Parents { get; init; } = [];

    public DateTimeOffset? Created { get; init; }

    public ValueList<RouteBackend> Backends { get; } = [.. Rules.SelectMany(rule => rule.Backends).Distinct()];

    public string Href => ObjectHref.Of(Kind, Namespace, Name) ?? "/cluster/ingress";

    public string HostText => string.Join(", ", Hosts.Select(host => host.Name));

    /// <summary>Its hostnames, or what it has instead: TCP and UDP routes are told apart by their entry points.</summary>
    public string Title => Hosts.Count > 0 ? HostText : Kind is "IngressRouteTCP" or "IngressRouteUDP" ? $"{EntryPointText} ({Kind[^3..]})" : Raw.Length > 0 ? Raw : "every host";

    public string PathText => string.Join(", ", Paths);

    public string EntryPointText => string.Join(", ", EntryPoints);

    public string MiddlewareText => string.Join(", ", Rules.SelectMany(rule => rule.Middlewares).Select(middleware => middleware.Name).Distinct());

    public string BackendText => string.Join(", ", Backends.Select(backend => backend.Text));

    public string NameText => $"{Namespace}/{Name}";

    /// <summary>Who keeps it: "Argo CD", or "By hand".</summary>
    public string Owner => Manager?.Tool ?? "By hand";

    /// <summary>Owner and object, as the filter searches them.</summary>
    public string OwnerText => $"{Owner} {Kind} {NameText}";

    internal static IngressRouteView Of(RouteParts parts, IEnumerable<Finding> contests, ObjectManager? manager)
    {
        ValueList<Finding> findings = [.. parts.Findings.Concat(contests).OrderByDescending(finding => finding.IsWeighed).ThenByDescending(finding => finding.State)];
        return new IngressRouteView(
            parts.Kind, parts.Meta.Uid, parts.Meta.Namespace, parts.Meta.Name, [.. parts.Hosts], [.. parts.Paths], parts.Raw, [.. parts.EntryPoints], parts.Tls,
            [.. parts.Rules.Select(rule => rule.Shown)], findings, manager, Cluster.Health.Findings.Judge(findings, _healthy))
        {
            TlsSecret = parts.TlsSecret, Class = parts.Class, IsForeign = parts.IsForeign, Parents = [.. parts.Parents], Created = parts.Meta.CreationTimestamp,
        };
    }
}
