namespace HomelabPortal.Kubernetes;

internal sealed record ListMeta
{
    public string ResourceVersion { get; init => field = value ?? ""; } = "";

    /// <summary>Empty on the last page.</summary>
    public string Continue { get; init => field = value ?? ""; } = "";

    /// <summary>Left out by the server when a selector narrows the list.</summary>
    public long? RemainingItemCount { get; init; }
}
