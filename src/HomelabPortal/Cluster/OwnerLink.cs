namespace HomelabPortal.Cluster;

/// <summary>One link of the chain of owners.</summary>
public readonly record struct OwnerLink(string Kind, string Name)
{
    /// <summary>Stands for nobody.</summary>
    public static OwnerLink None { get; } = new("", "");
}
