namespace HomelabPortal.Kubernetes;

/// <summary>Linux capabilities that are given or taken beside those of the runtime.</summary>
public sealed record Capabilities
{
    public IReadOnlyList<string> Add { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<string> Drop { get; init => field = CompactList.Of(value); } = [];
}
