namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>The revision to go back to.</summary>
internal sealed record RollBackRequest(long? Revision = null);
