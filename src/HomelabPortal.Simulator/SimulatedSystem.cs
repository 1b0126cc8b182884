namespace HomelabPortal.Simulator;

/// <summary>The four kinds of system a lab consists of.</summary>
public enum SimulatedSystem
{
    Kubernetes,
    Cloudflare,
    Docker,

    /// <summary>The provider people sign in with.</summary>
    Identity,
}
