namespace HomelabPortal.Simulator;

/// <summary>The three kinds of system a lab consists of.</summary>
public enum SimulatedSystem
{
    Kubernetes,
    Cloudflare,
    Docker,
}
