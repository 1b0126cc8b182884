using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Facts;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>What the pods of a namespace take together.</summary>
internal static class NamespaceFacts
{
    public static IReadOnlyList<Fact> Of(string ns, ClusterState state)
    {
        var total = NamespaceTotals.Of(state, ns);
        return Fact.List(
            new Fact("Pods", total.Troubled > 0 ? $"{total.Pods}, {total.Troubled} in trouble" : $"{total.Pods}"),
            new Fact("Uses", total.Used is { } used ? Words(used) : "not measured"),
            new Fact("Reserves", Words(total.Requests)),
            Fact.IfAny("Claims", state.Claims.All.Count(claim => claim.Metadata.Namespace == ns) is var claims and > 0 ? Spoken.Count(claims, "claim") : null));
    }

    private static string Words(Usage usage) => $"{Amounts.Cores(usage.Cpu)} cores, {Amounts.Bytes(usage.Memory)}";
}
