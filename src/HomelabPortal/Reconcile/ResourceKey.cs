namespace HomelabPortal.Reconcile;

/// <summary>One thing in one outside system, for example (kubernetes, IngressRoute, media/sonarr).</summary>
internal readonly record struct ResourceKey(string Target, string Kind, string Name)
{
    public override string ToString() => $"{Kind} {Name}";
}
