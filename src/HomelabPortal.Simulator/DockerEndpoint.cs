namespace HomelabPortal.Simulator;

/// <summary>Where one simulated Docker host listens, in plain HTTP on loopback.</summary>
public sealed record DockerEndpoint
{
    public required string Name { get; init; }

    public required Uri Address { get; init; }

    /// <summary>The address that the machine has in the simulated house.</summary>
    public required string LanAddress { get; init; }
}
