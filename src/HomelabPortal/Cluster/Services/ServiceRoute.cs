using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Cluster.Services;

/// <summary>A route that leads to a service.</summary>
/// <param name="Title">Its hostnames, or what it has instead.</param>
/// <param name="Name">"namespace/name".</param>
/// <param name="Href">Its page.</param>
/// <param name="Link">Where a browser reaches the service by it; null where none can.</param>
public sealed record ServiceRoute(string Title, string Kind, string Name, string Href, Verdict Health, string? Link);
