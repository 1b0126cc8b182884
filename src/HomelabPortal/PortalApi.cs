using HomelabPortal.Activity.Api;
using HomelabPortal.Api;
using HomelabPortal.Apps.Api;
using HomelabPortal.CloudflareAccount.Api;
using HomelabPortal.Checks.Api;
using HomelabPortal.Cluster.Acts.Api;
using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Namespaces.Api;
using HomelabPortal.Cluster.Pods.Api;
using HomelabPortal.Cluster.Workloads.Api;
using HomelabPortal.Cluster.Drain.Api;
using HomelabPortal.Cluster.Metrics.Api;
using HomelabPortal.Cluster.Shell.Api;
using HomelabPortal.Cluster.LoadBalancer.Api;
using HomelabPortal.Cluster.Services.Api;
using HomelabPortal.Cluster.Logs.Api;
using HomelabPortal.Cluster.Volumes.Api;
using HomelabPortal.Cluster.Applications.Api;
using HomelabPortal.Cluster.Certificates.Api;
using HomelabPortal.Cluster.Events.Api;
using HomelabPortal.Cluster.Objects.Api;
using HomelabPortal.Dns.Api;
using HomelabPortal.Exposures.Api;
using HomelabPortal.Gpu.Api;
using HomelabPortal.Gpu.Containers.Api;
using HomelabPortal.Gpu.Containers.Updates.Api;
using HomelabPortal.Gpu.Work.Api;
using HomelabPortal.Hostnames.Api;
using HomelabPortal.Ingress.Reading.Api;
using HomelabPortal.Logins.Api;
using HomelabPortal.Map.Api;
using HomelabPortal.Overview.Api;
using HomelabPortal.Trace.Api;
using HomelabPortal.Search.Api;
using HomelabPortal.Tunnels.Api;

namespace HomelabPortal;

/// <summary>Every feature's part of the REST API, composed as Program.cs composes the rest.</summary>
internal static class PortalApi
{
    public static void MapPortalApi(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapOverviewApi();
        api.MapAppApi();
        api.MapMapApi();
        api.MapSearchApi();
        api.MapClusterApi();
        api.MapWorkloadApi();
        api.MapPodApi();
        api.MapNamespaceApi();
        api.MapMetricsApi();
        api.MapShellApi();
        api.MapActsApi();
        api.MapDrainApi();
        api.MapJobsApi();
        api.MapServiceApi();
        api.MapLoadBalancerApi();
        api.MapLogApi();
        api.MapStorageApi();
        api.MapObjectsApi();
        api.MapEventsApi();
        api.MapCertificatesApi();
        api.MapApplicationsApi();
        api.MapIngressApi();
        api.MapHostnameApi();
        api.MapTraceApi();
        api.MapDockerApi();
        api.MapGpuApi();
        api.MapContainerApi();
        api.MapUpdateApi();
        api.MapLeaseApi();
        api.MapTemplateApi();
        api.MapAdoptionApi();
        api.MapWorkApi();
        api.MapWorkStreamApi();
        api.MapStatsApi();
        api.MapDiskApi();
        api.MapHostEventsApi();
        api.MapCloudflareApi();
        api.MapExposureApi();
        api.MapClosingApi();
        api.MapLoginApi();
        api.MapRecordApi();
        api.MapZoneApi();
        api.MapCareApi();
        api.MapSnapshotApi();
        api.MapTunnelApi();
        api.MapTunnelRuleApi();
        api.MapCheckApi();
        api.MapNotificationApi();
        api.MapActivityApi();
    }
}
