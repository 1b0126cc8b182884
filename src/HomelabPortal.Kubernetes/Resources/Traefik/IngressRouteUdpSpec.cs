namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteUdpSpec
{
    public static IngressRouteUdpSpec Empty { get; } = new();

    public IReadOnlyList<string> EntryPoints { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<IngressRouteUdpRule> Routes { get; init => field = CompactList.Of(value); } = [];
}
