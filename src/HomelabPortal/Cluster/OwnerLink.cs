namespace HomelabPortal.Cluster;

/// <summary>One link of the chain of owners.</summary>
public readonly record struct OwnerLink(string Kind, string Name);
