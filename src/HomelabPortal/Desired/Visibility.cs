namespace HomelabPortal.Desired;

public enum Visibility
{
    /// <summary>Reachable in the house only.</summary>
    Lan,

    /// <summary>Reachable from the Internet through the tunnel, and in the house.</summary>
    Tunnel,
}
