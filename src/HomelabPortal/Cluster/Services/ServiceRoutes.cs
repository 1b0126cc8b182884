using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Services;

/// <summary>Which routes lead to which service. The ingress side, which knows routes, fills it.</summary>
/// <param name="ByService">By "namespace/name".</param>
public sealed record ServiceRoutes(IReadOnlyDictionary<string, ValueList<ServiceRoute>> ByService)
{
    public static ServiceRoutes None { get; } = new(new Dictionary<string, ValueList<ServiceRoute>>());

    public ValueList<ServiceRoute> To(string ns, string name) => ByService.GetValueOrDefault($"{ns}/{name}") ?? [];
}
