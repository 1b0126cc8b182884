namespace HomelabPortal.Docker;

/// <summary>A container's place in a network to join.</summary>
public sealed record NetworkEndpoint
{
    /// <summary>Further names in that network.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }
}
