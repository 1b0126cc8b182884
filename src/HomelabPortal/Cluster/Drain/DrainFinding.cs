namespace HomelabPortal.Cluster.Drain;

/// <summary>Something to know before a node is drained.</summary>
/// <param name="Code">A steady name for programs, such as "volume.last-replica".</param>
/// <param name="Sentence">What would happen to what.</param>
/// <param name="Href">Where the thing is shown.</param>
public sealed record DrainFinding(string Code, DrainWeight Weight, string Sentence, string? Href = null);
