using HomelabPortal.Cluster.Services;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>
/// The services, where they belong.
/// <code>
/// hostnames lead to it, and to others of its namespace    its namespace, the eight largest at most
/// hostnames lead to it, to no other of its namespace      the other namespaces
/// a route names it, and it is not there                   as if it were there, broken
/// no hostname leads to it                                 those without a hostname, as squares
/// </code>
/// </summary>
internal static class ServicePanels
{
    private const int MostNamespaces = 8;

    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var passed = scene.Passed[HopKind.Service].Where(hop => hop.Name.Contains('/')).DistinctBy(hop => hop.Name).ToDictionary(hop => hop.Name);
        var own = passed.Values.GroupBy(hop => Namespace(hop.Name)).Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, NaturalOrder.Instance).Take(MostNamespaces).OrderBy(group => group.Key, NaturalOrder.Instance).ToList();
        foreach (var group in own)
            yield return Groups.Of($"namespace:{group.Key}", MapKind.Namespace, group.Key, $"/cluster/namespaces/{group.Key}", Things(group, scene, hop => hop.Name[(group.Key.Length + 1)..]));
        var others = passed.Values.Where(hop => own.TrueForAll(group => group.Key != Namespace(hop.Name))).ToList();
        if (others.Count > 0)
            yield return Groups.Of("services:others", MapKind.Namespace, own.Count > 0 ? "Others" : "Services", "/cluster/services", Things(others, scene, hop => Short(hop.Name)));
        var unnamed = scene.Facts.Cluster.ServiceRows.Where(row => !passed.ContainsKey($"{row.Namespace}/{row.Name}")).ToList();
        if (unnamed.Count > 0)
            yield return Groups.Of("services:unnamed", MapKind.Service, scene.Facts.Gaps.Count > 0 ? "No hostname known" : "No hostname", "/cluster/services", unnamed.Select(row => Thing(row, $"{row.Namespace}/{row.Name}", scene))) with { IsDense = true };
    }

    private static IEnumerable<MapThing> Things(IEnumerable<TraceHop> hops, MapScene scene, Func<TraceHop, string> name) => hops
        .OrderBy(name, NaturalOrder.Instance)
        .Select(hop => scene.Service(hop.Name) is { } row ? Thing(row, name(hop), scene) : Missing(hop, name(hop)));

    private static MapThing Thing(ServiceRow row, string name, MapScene scene) => Sight.OfKind(scene.Facts.Cluster.Services, scene.Facts)
        .See(new MapThing(MapIds.Service($"{row.Namespace}/{row.Name}"), MapKind.Service, name, row.State, row.Sentence.Length > 0 ? row.Sentence : row.Word, row.Href));

    private static MapThing Missing(TraceHop hop, string name) =>
        new(MapIds.Service(hop.Name), MapKind.Service, name, hop.Verdict.State(), hop.Sentence, $"/cluster/services?q={Uri.EscapeDataString(Namespace(hop.Name))}");

    private static string Namespace(string key) => key[..key.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>A namespace that holds one thing of its own name says nothing.</summary>
    private static string Short(string key) => key.Split('/') is [var ns, var name] && ns == name ? name : key;
}
