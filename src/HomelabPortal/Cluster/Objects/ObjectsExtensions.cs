using HomelabPortal.Cluster.Events;
using HomelabPortal.Cluster.Objects.Browser;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects;

internal static class ObjectsExtensions
{
    /// <summary>Reads of the cluster that happen when somebody asks.</summary>
    public static IServiceCollection AddObjects(this IServiceCollection services)
    {
        services.AddSingleton<ClusterReader>();
        services.AddSingleton<ManifestReader>();
        services.AddSingleton<ManifestDesk>();
        services.AddSingleton<KindCatalogue>();
        services.AddSingleton<ObjectLister>();
        services.AddEvents();
        return services;
    }
}
