using HomelabPortal.Access.Authority;
using HomelabPortal.Storage;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>An act that shall run in the background.</summary>
/// <param name="Words">What is done to what, for the audit: "Drain node2".</param>
internal sealed record ActJobRequest(Act Act, string Words)
{
    /// <summary>The page of what is acted upon.</summary>
    public string? Subject { get; init; }

    /// <summary>True when it heeds its token between two steps.</summary>
    public bool CanCancel { get; init; } = true;

    /// <summary>Of two acts with the same key the second is refused while the first runs, such as "drain node2"; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>By the job's id: what is stored in the transaction that records its begin, such as the answer to a request that may come again.</summary>
    public Func<string, Func<PortalDbContext, CancellationToken, Task>?>? Along { get; init; }
}
