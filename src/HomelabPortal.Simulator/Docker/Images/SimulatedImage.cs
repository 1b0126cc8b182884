namespace HomelabPortal.Simulator.Docker;

/// <summary>An image on a Docker host.</summary>
/// <param name="Id">Digest of its configuration.</param>
/// <param name="Digest">Digest of its manifest in the registry; null for one that was made here.</param>
/// <param name="Bytes">Size on disk.</param>
public sealed record SimulatedImage(string Id, string? Digest, long Bytes)
{
    /// <summary>Whether its containers fail their health check.</summary>
    public bool IsSick { get; init; }

    /// <summary>Paths at which its containers get a volume of their own.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>When it was built; null for some weeks ago.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}
