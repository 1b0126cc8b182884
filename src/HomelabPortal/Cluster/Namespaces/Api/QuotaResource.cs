namespace HomelabPortal.Cluster.Namespaces.Api;

/// <summary>One resource that a quota limits.</summary>
/// <param name="Share">Used of what is allowed, 0 to 1 or above.</param>
internal sealed record QuotaResource(string Quota, string Resource, string Used, string Hard, double Share);
