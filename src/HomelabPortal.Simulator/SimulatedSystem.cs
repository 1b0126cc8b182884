namespace HomelabPortal.Simulator;

/// <summary>The five kinds of system a lab consists of.</summary>
public enum SimulatedSystem
{
    Kubernetes,
    Cloudflare,
    Docker,

    /// <summary>The provider people sign in with.</summary>
    Identity,

    /// <summary>Cloudflare as visitors meet it: public DNS and the web.</summary>
    Edge,
}
