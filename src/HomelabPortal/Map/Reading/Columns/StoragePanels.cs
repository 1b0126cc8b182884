using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Cluster.Volumes.Persistent;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The claims by the class of storage that keeps them. A claim is as well as its volume, so it is seen only as far as that is.</summary>
internal static class StoragePanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var (facts, cluster) = (scene.Facts, scene.Facts.Cluster);
        var plain = Sight.OfKind(cluster.Claims, facts).And(Sight.OfKind(cluster.PersistentVolumes, facts));
        var longhorn = plain.And(Sight.OfKind(cluster.Volumes, facts)).And(Sight.OfKind(cluster.VolumeReplicas, facts));
        Sight SightOf(ClaimRow row) => cluster.PersistentVolumes.Find(row.Volume) is { } volume && PersistentVolumeRows.IsOnLonghorn(volume) ? longhorn : plain;
        return ClaimRows.Of(cluster, facts.Now).GroupBy(row => row.Class).OrderBy(group => group.Key, NaturalOrder.Instance)
            .Select(group => Groups.Of($"storage:{group.Key}", MapKind.Storage, group.Key.Length > 0 ? group.Key : "No class", "/cluster/storage", group.OrderBy(row => row.Name, NaturalOrder.Instance).ThenBy(row => row.Namespace, NaturalOrder.Instance).Select(row => SightOf(row).See(Thing(row)))));
    }

    private static MapThing Thing(ClaimRow row) =>
        new(MapIds.Claim(row.Namespace, row.Name), MapKind.Claim, row.Name, row.State, row.Sentence.Length > 0 ? row.Sentence : $"{row.Word}.", row.Href) { Of = row.Namespace };
}
