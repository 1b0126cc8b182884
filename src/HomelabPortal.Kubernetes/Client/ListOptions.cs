namespace HomelabPortal.Kubernetes;

/// <summary>What to list and how fresh it must be.</summary>
public sealed record ListOptions
{
    /// <summary>Null for all namespaces.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>"" reads what is stored now, "0" anything the server has at hand (it may go back in time), else not older than this version.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>Objects in one answer; further pages are fetched until the list is whole.</summary>
    public int PageSize { get; init; } = 500;
}
