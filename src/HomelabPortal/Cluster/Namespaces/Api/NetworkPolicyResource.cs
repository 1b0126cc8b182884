namespace HomelabPortal.Cluster.Namespaces.Api;

/// <summary>A network policy in words.</summary>
/// <param name="Selects">Which pods it is for.</param>
/// <param name="Pods">How many that are now, or which.</param>
/// <param name="Rules">A sentence for each.</param>
internal sealed record NetworkPolicyResource(string Name, string Selects, string Pods, IReadOnlyList<string> Rules);
