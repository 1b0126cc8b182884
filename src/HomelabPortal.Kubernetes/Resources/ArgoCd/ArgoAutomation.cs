namespace HomelabPortal.Kubernetes;

public sealed record ArgoAutomation
{
    public bool Prune { get; init; }

    /// <summary>True puts changes by hand back at once.</summary>
    public bool SelfHeal { get; init; }
}
