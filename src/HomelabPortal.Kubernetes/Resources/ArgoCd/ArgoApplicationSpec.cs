namespace HomelabPortal.Kubernetes;

public sealed record ArgoApplicationSpec
{
    public static ArgoApplicationSpec Empty { get; } = new();

    public string Project { get; init => field = value ?? ""; } = "";

    public ArgoSource? Source { get; init; }

    /// <summary>Instead of the one source.</summary>
    public IReadOnlyList<ArgoSource> Sources { get; init => field = CompactList.Of(value); } = [];

    public ArgoDestination Destination { get; init => field = value ?? ArgoDestination.Empty; } = ArgoDestination.Empty;

    public ArgoSyncPolicy? SyncPolicy { get; init; }
}
