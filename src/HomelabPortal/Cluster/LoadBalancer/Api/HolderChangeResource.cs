namespace HomelabPortal.Cluster.LoadBalancer.Api;

/// <summary>The API address changed hands.</summary>
/// <param name="From">Empty when nobody held it.</param>
/// <param name="To">Empty when nobody holds it since.</param>
internal sealed record HolderChangeResource(DateTimeOffset At, string From, string To);
