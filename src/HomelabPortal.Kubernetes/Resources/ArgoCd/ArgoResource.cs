namespace HomelabPortal.Kubernetes;

/// <summary>One object of an application, as Argo CD sees it.</summary>
public sealed record ArgoResource
{
    public string Group { get; init => field = value ?? ""; } = "";

    public string Kind { get; init => field = value ?? ""; } = "";

    public string Namespace { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>"Synced", "OutOfSync" or "Unknown"; empty for what is not compared.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>Null for kinds without a notion of health.</summary>
    public ArgoState? Health { get; init; }

    /// <summary>It is there and no longer wanted.</summary>
    public bool RequiresPruning { get; init; }
}
