namespace HomelabPortal.Docker;

/// <summary>Networks to join besides the one of <see cref="HostConfig.NetworkMode"/>. Daemons before API 1.44 take only one.</summary>
public sealed record NetworkingConfig
{
    /// <summary>By name of the network.</summary>
    public IReadOnlyDictionary<string, NetworkEndpoint?>? EndpointsConfig { get; init; }
}
