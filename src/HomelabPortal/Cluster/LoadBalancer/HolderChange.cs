namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>The API address went from one node to another.</summary>
/// <param name="From">Empty when nobody held it.</param>
/// <param name="To">Empty when nobody holds it now.</param>
public sealed record HolderChange(DateTimeOffset At, string From, string To);
