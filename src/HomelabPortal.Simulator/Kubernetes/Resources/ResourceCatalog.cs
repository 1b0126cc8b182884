using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>Every kind served at this moment. Immutable: a new definition makes a new catalog.</summary>
internal sealed class ResourceCatalog
{
    private readonly ImmutableDictionary<(string Group, string Plural), ApiResource> _byPlural;
    private readonly ImmutableDictionary<(string Group, string Kind), ApiResource> _byKind;

    private ResourceCatalog(ImmutableDictionary<(string, string), ApiResource> byPlural, ImmutableDictionary<(string, string), ApiResource> byKind)
    {
        (_byPlural, _byKind) = (byPlural, byKind);
    }

    public static ResourceCatalog BuiltIn { get; } = new(
        BuiltInResources.All.ToImmutableDictionary(resource => (resource.Group, resource.Plural)),
        BuiltInResources.All.ToImmutableDictionary(resource => (resource.Group, resource.Kind)));

    public IEnumerable<ApiResource> All => _byPlural.Values;

    public ApiResource? ByPlural(string group, string plural) => _byPlural.GetValueOrDefault((group, plural));

    public ApiResource? ByKind(string apiVersion, string kind) => _byKind.GetValueOrDefault((GroupOf(apiVersion), kind));

    public ResourceCatalog With(ApiResource resource) =>
        new(_byPlural.SetItem((resource.Group, resource.Plural), resource), _byKind.SetItem((resource.Group, resource.Kind), resource));

    public ResourceCatalog Without(ApiResource resource) =>
        new(_byPlural.Remove((resource.Group, resource.Plural)), _byKind.Remove((resource.Group, resource.Kind)));

    /// <summary>"apps" of "apps/v1"; empty for "v1".</summary>
    public static string GroupOf(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? apiVersion[..slash] : "";

    public static string VersionOf(string apiVersion) => apiVersion[(apiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
