namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteSpec
{
    public static IngressRouteSpec Empty { get; } = new();

    /// <summary>Empty means the default entry points of that Traefik.</summary>
    public IReadOnlyList<string> EntryPoints { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Since Traefik 3.7; before that the annotation <c>kubernetes.io/ingress.class</c>.</summary>
    public string IngressClassName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<IngressRouteRule> Routes { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Null is plain HTTP; present but empty is TLS with the default certificate store.</summary>
    public IngressRouteTls? Tls { get; init; }
}
