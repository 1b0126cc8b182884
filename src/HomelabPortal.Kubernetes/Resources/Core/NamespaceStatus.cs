namespace HomelabPortal.Kubernetes;

public sealed record NamespaceStatus
{
    public static NamespaceStatus Empty { get; } = new();

    /// <summary>"Active" or "Terminating".</summary>
    public string Phase { get; init => field = value ?? ""; } = "";

    /// <summary>Say why a namespace stays terminating.</summary>
    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
