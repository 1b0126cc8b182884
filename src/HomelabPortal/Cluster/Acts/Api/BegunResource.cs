namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>An act that has begun; <c>/jobs/{id}</c> says how far it is.</summary>
internal sealed record BegunResource(string Id, string Act);
