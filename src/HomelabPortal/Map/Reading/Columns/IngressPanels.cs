using HomelabPortal.Cluster.Services;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>
/// Traefik, as its Service stands.
/// <code>
/// the Service is there                      as its health is
/// it is not, and hostnames are routed       broken
/// it is not, and none are                   nothing
/// </code>
/// </summary>
internal static class IngressPanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var service = scene.Service(scene.Facts.TraefikService);
        if (service is not null || scene.Passed.Contains(HopKind.Route))
            yield return new MapPanel(Sight.OfKind(scene.Facts.Cluster.Services, scene.Facts).See(Thing(service, scene.Facts.TraefikService)), []) { Detail = service is null ? "" : $"{service.ReadyText} ready" };
    }

    private static MapThing Thing(ServiceRow? service, string name) => new(
        MapIds.Ingress, MapKind.Ingress, "Traefik", service?.State ?? HealthState.Broken,
        service is null ? $"There is no Service {name}, which should be Traefik's." : service.Sentence.Length > 0 ? service.Sentence : service.Word, "/cluster/ingress");
}
