namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>How many pods there shall be.</summary>
internal sealed record ScaleRequest(int? Replicas = null);
