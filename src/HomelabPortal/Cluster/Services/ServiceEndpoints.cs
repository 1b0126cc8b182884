using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Services;

/// <summary>The endpoints of one service from all its slices. One address may stand in several slices, for different ports.</summary>
internal static class ServiceEndpoints
{
    public static IReadOnlyList<EndpointRow> Of(IEnumerable<EndpointSlice> slices) =>
    [
        .. (from slice in slices
            from endpoint in slice.Endpoints
            from address in endpoint.Addresses
            group (slice, endpoint) by address)
            .Select(same => Row(same.Key, [.. same]))
            .OrderBy(row => row.IsTerminating).ThenBy(row => row.Address, NaturalOrder.Instance),
    ];

    /// <summary>Those on their way out are no longer missed, unless they still answer.</summary>
    public static (int Ready, int All) Count(IReadOnlyList<EndpointRow> rows) =>
        (rows.Count(row => row.IsReady), rows.Count(row => row.IsReady || !row.IsTerminating));

    private static EndpointRow Row(string address, IReadOnlyList<(EndpointSlice Slice, Kubernetes.Endpoint Endpoint)> same)
    {
        var (first, conditions) = (same[0].Endpoint, same.Select(part => part.Endpoint.Conditions).ToList());
        var (kind, name) = (first.TargetRef?.Kind ?? "", first.TargetRef?.Name ?? "");
        return new EndpointRow(
            address, same[0].Slice.Metadata.Namespace, kind == "Pod" ? name : "", kind is "Pod" or "" ? "" : $"{kind} {name}", first.NodeName,
            string.Join(", ", same.SelectMany(part => part.Slice.Ports).Select(Port).Distinct()),
            same.Any(part => part.Endpoint.IsReady()),
            conditions.Exists(condition => condition?.Serving ?? condition?.Ready ?? true),
            conditions.TrueForAll(condition => condition?.Terminating == true));
    }

    private static string Port(EndpointPort port) => (port.Port is { } number ? $"{number}" : "all") + (port.Name.Length > 0 ? $" {port.Name}" : "");
}
