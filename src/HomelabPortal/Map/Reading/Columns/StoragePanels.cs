using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The claims by the class of storage that keeps them.</summary>
internal static class StoragePanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var facts = scene.Facts;
        var sight = Sight.OfKind(facts.Cluster.Claims, facts);
        return ClaimRows.Of(facts.Cluster, facts.Now).GroupBy(row => row.Class).OrderBy(group => group.Key, NaturalOrder.Instance)
            .Select(group => Groups.Of($"storage:{group.Key}", MapKind.Storage, group.Key.Length > 0 ? group.Key : "No class", "/cluster/storage", group.OrderBy(row => row.Name, NaturalOrder.Instance).ThenBy(row => row.Namespace, NaturalOrder.Instance).Select(row => sight.See(Thing(row)))));
    }

    private static MapThing Thing(ClaimRow row) =>
        new(MapIds.Claim(row.Namespace, row.Name), MapKind.Claim, row.Name, row.State, row.Sentence.Length > 0 ? row.Sentence : $"{row.Word}.", row.Href) { Of = row.Namespace };
}
