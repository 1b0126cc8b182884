namespace HomelabPortal.Reconcile;

/// <summary>What happened in this pass so far, by resource.</summary>
internal sealed class PassProgress
{
    public HashSet<ResourceKey> Working { get; } = [];

    public Dictionary<ResourceKey, string> Failures { get; } = [];

    /// <summary>Changes that wait for an earlier step of the same exposure.</summary>
    public Dictionary<ResourceKey, string> Blocked { get; } = [];
}
