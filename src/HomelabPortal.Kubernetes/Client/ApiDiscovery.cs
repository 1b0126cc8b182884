namespace HomelabPortal.Kubernetes;

/// <summary>What the server serves: its groups, their versions and the kinds in them.</summary>
public sealed record ApiDiscovery(IReadOnlyList<ApiGroupVersion> GroupVersions)
{
    /// <summary>True when the kind is served in its first or one of its older versions.</summary>
    public bool Serves(ResourceType type) => ServedVersion(type) is not null;

    /// <summary>The kind in the version to use, or null when it is not served.</summary>
    public ResourceType<T>? Resolve<T>(ResourceType<T> type)
        where T : class, IKubernetesObject => ServedVersion(type) is { } version ? type.In(version) : null;

    /// <summary>The versions of a group in the server's order of preference; empty when there is no such group.</summary>
    public IReadOnlyList<string> VersionsOf(string group) =>
        [.. GroupVersions.Where(served => served.Group == group).Select(served => served.Version)];

    private string? ServedVersion(ResourceType type) => type.OlderVersions
        .Prepend(type.Version)
        .FirstOrDefault(version => GroupVersions.Any(served => served.Group == type.Group && served.Version == version && served.Resources.Any(resource => resource.Name == type.Plural)));
}
