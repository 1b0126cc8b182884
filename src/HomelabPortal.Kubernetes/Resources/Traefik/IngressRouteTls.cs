namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteTls
{
    public string SecretName { get; init => field = value ?? ""; } = "";

    public string CertResolver { get; init => field = value ?? ""; } = "";

    public IngressRouteReference? Options { get; init; }

    public IngressRouteReference? Store { get; init; }

    public IReadOnlyList<IngressRouteTlsDomain> Domains { get; init => field = CompactList.Of(value); } = [];
}
