namespace HomelabPortal.Kubernetes;

/// <summary>One version of one API group.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">Such as "v1" or "v1alpha1".</param>
/// <param name="Resources">Its kinds without subresources; empty when <paramref name="Fault"/> is set.</param>
/// <param name="Fault">Why its kinds could not be read (an aggregated API that is down), or null.</param>
public sealed record ApiGroupVersion(string Group, string Version, IReadOnlyList<ApiResource> Resources, string? Fault = null);
