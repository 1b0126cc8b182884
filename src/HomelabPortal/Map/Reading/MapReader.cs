using HomelabPortal.Map.Reading.Columns;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading;

/// <summary>Pure: the map of a lab from the published states of its sources.</summary>
internal static class MapReader
{
    public static MapState Of(MapFacts facts)
    {
        var scene = new MapScene(facts);
        ValueList<MapPath> paths = [.. facts.Traces.OrderBy(report => report.Host, NaturalOrder.Instance).Select(report => PathReader.Of(report, scene))];
        ValueList<MapColumn> columns =
        [
            new MapColumn(MapPlace.Origin, OriginPanels.All),
            new MapColumn(MapPlace.Names, [.. NamePanels.Of(scene)]),
            new MapColumn(MapPlace.WayIn, [.. WayInPanels.Of(scene)]),
            new MapColumn(MapPlace.Ingress, [.. IngressPanels.Of(scene)]),
            new MapColumn(MapPlace.Services, [.. ServicePanels.Of(scene)]),
            new MapColumn(MapPlace.Machines, [.. NodePanels.Of(scene), .. HostPanels.Of(scene), .. DevicePanels.Of(scene)]),
            new MapColumn(MapPlace.Stores, [.. StoragePanels.Of(scene), .. CardPanels.Of(scene)]),
        ];
        return new MapState([.. columns.Where(column => column.Panels.Count > 0)], paths, [.. Ties(scene).Distinct()], facts.Gaps);
    }

    private static IEnumerable<MapLeg> Ties(MapScene scene) =>
        scene.Facts.Cluster.PodRows.Where(scene.IsThere).SelectMany(pod => scene.ClaimsOf(pod).Select(claim => new MapLeg(MapIds.Pod(pod.Key), claim)))
            .Concat(scene.Facts.Gpu.Hosts.SelectMany(host => host.Users.SelectMany(user => host.Cards.Select(card => new MapLeg(MapIds.Container(host.Host, user), MapIds.Card(host.Host, card.Uuid))))));
}
