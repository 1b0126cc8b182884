namespace HomelabPortal.Map.Reading.Columns;

/// <summary>Traefik, as its Service stands.</summary>
internal static class IngressPanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var facts = scene.Facts;
        if (scene.Service(facts.TraefikService) is not { } service)
            yield break;
        var thing = new MapThing(MapIds.Ingress, MapKind.Ingress, "Traefik", service.State, service.Sentence.Length > 0 ? service.Sentence : service.Word, "/cluster/ingress");
        yield return new MapPanel(Sight.OfKind(facts.Cluster.Services, facts).See(thing), []) { Detail = $"{service.ReadyText} ready" };
    }
}
