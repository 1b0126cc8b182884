namespace HomelabPortal.Kubernetes;

public sealed record ArgoSyncPolicy
{
    /// <summary>Null while somebody must press the button.</summary>
    public ArgoAutomation? Automated { get; init; }
}
