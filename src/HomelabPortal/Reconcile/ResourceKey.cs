namespace HomelabPortal.Reconcile;

/// <summary>One thing in one outside system, for example (kubernetes, IngressRoute, media/sonarr).</summary>
public readonly record struct ResourceKey(string Target, string Kind, string Name)
{
    public override string ToString() => $"{Kind} {Name}";
}
