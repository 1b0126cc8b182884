using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The whole cluster of the reference lab as it stands at one moment.</summary>
internal static class ReferenceObjects
{
    public static IReadOnlyList<JsonObject> All(DateTimeOffset now)
    {
        var addresses = new PodAddresses();
        var workloads = LabApps.All.SelectMany(app => WorkloadObjects.Of(app, addresses, now)).ToList();
        var tasks = LabTasks.All.SelectMany(task => TaskObjects.Of(task, addresses, now)).ToList();
        var pods = workloads.Where(item => (string)item["kind"]! == "Pod").ToList();
        List<JsonObject> all =
        [
            .. PlatformObjects.All(now),
            .. NodeObjects.All(now),
            .. StorageObjects.All(now),
            .. LonghornObjects.All(now),
            .. workloads,
            .. tasks,
            .. PolicyObjects.All(pods, now),
            .. ServiceObjects.All(pods, now),
            .. RouteObjects.All(now),
            .. SpecialRoutes.All(now),
            .. GatewayObjects.All(now),
            .. CertificateObjects.All(now),
            .. ArgoObjects.All(now),
            .. HelmObjects.All(now),
            .. SecretObjects.All(now),
            .. MetricsObjects.All(pods, now, _ => 1),
        ];
        return [.. all, .. EventObjects.All(all, now)];
    }
}
