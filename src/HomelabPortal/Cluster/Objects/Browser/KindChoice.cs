using System.Collections.Immutable;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>Chooses from what a server serves each kind once, in the first version in the server's order that has it.</summary>
internal static class KindChoice
{
    public static KindList Of(ApiDiscovery discovery, DateTimeOffset now) => new(
        [.. discovery.GroupVersions
            .SelectMany(served => served.Resources.Select(resource => Info(served, resource)))
            .Where(kind => kind is not null)
            .Select(kind => kind!)
            .DistinctBy(kind => kind.Resource)
            .OrderBy(kind => kind.Kind, NaturalOrder.Instance).ThenBy(kind => kind.Group, StringComparer.Ordinal)],
        [.. discovery.GroupVersions.Where(served => served.Fault is not null).Select(served => $"{served.Group}/{served.Version}")],
        now);

    /// <summary>Null for what can only be asked and not read, such as reviews of access.</summary>
    private static KindInfo? Info(ApiGroupVersion served, ApiResource resource) => resource.Verbs.Contains("get") || resource.Verbs.Contains("list")
        ? new KindInfo(resource.Kind, served.Group, served.Version, served.Group.Length == 0 ? resource.Name : $"{resource.Name}.{served.Group}", resource.Namespaced, resource.Verbs.Contains("list"))
        : null;
}
