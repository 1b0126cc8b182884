namespace HomelabPortal.Docker;

/// <summary>The networks of a container by name.</summary>
public sealed record ContainerNetworks
{
    /// <summary>Networks by name.</summary>
    public IReadOnlyDictionary<string, ContainerNetwork?>? Networks { get; init; }

    /// <summary>Published ports by <c>port/protocol</c>; only in <see cref="ContainerDetails"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>?>? Ports { get; init; }
}
