using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a service's endpoints what <c>kubectl get endpoints</c> says, three at most (Kubernetes <c>formatEndpoints</c>).</summary>
internal static class EndpointsDisplay
{
    private const int Most = 3;

    /// <summary>The ready ones, as the Endpoints object of old had them.</summary>
    public static string Text(IEnumerable<EndpointSlice> slices) =>
        Text(slices.Select(slice => ((IReadOnlyList<string>)[.. slice.Endpoints.Where(endpoint => endpoint.IsReady()).SelectMany(endpoint => endpoint.Addresses)], (IReadOnlyList<int>)[.. slice.Ports.Select(port => port.Port).OfType<int>()])));

    /// <summary>Each set has its addresses and the ports that all of them have; a set without ports counts its addresses alone.</summary>
    public static string Text(IEnumerable<(IReadOnlyList<string> Addresses, IReadOnlyList<int> Ports)> sets)
    {
        var all = sets.SelectMany(set => set.Ports.Count == 0 ? set.Addresses : set.Ports.SelectMany(port => set.Addresses.Select(address => Joined(address, port)))).ToList();
        var shown = string.Join(',', all.Take(Most));
        return all.Count == 0 ? "<none>" : all.Count > Most ? $"{shown} + {all.Count - Most} more..." : shown;
    }

    /// <summary>Colons of an IPv6 address must not run into the port's.</summary>
    private static string Joined(string address, int port) => address.Contains(':') ? $"[{address}]:{port}" : $"{address}:{port}";
}
