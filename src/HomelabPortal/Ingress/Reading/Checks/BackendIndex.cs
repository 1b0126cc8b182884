using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>Services and the endpoints behind them, looked up by "namespace/name".</summary>
internal sealed class BackendIndex
{
    private readonly ClusterState _state;
    private readonly ILookup<string, EndpointSlice> _slices;

    public BackendIndex(ClusterState state)
    {
        _state = state;
        _slices = state.EndpointSlices.All
            .Where(slice => slice.ServiceName() is not null)
            .ToLookup(slice => $"{slice.Metadata.Namespace}/{slice.ServiceName()}");
    }

    /// <summary>False while the absence of a service or endpoint proves nothing.</summary>
    public bool IsKnown => _state.Services.Status.IsKnown && _state.EndpointSlices.Status.IsKnown;

    public Service? Service(string ns, string name) => _state.Services.Find(ns, name);

    /// <summary>Endpoints of a service by address; one address may stand in several slices. A port narrows to slices that carry it.</summary>
    public (int Ready, int All) Endpoints(string ns, string name, ServicePort? port)
    {
        var ready = new Dictionary<string, bool>();
        foreach (var slice in _slices[$"{ns}/{name}"].Where(slice => Carries(slice, port)))
        {
            // What is on its way out is no longer missed: a rolling restart is no fault.
            foreach (var endpoint in slice.Endpoints.Where(endpoint => endpoint.IsReady() || endpoint.Conditions?.Terminating != true))
            {
                foreach (var address in endpoint.Addresses)
                    ready[address] = endpoint.IsReady() || ready.GetValueOrDefault(address);
            }
        }

        return (ready.Values.Count(isReady => isReady), ready.Count);
    }

    private static bool Carries(EndpointSlice slice, ServicePort? port) =>
        port is null || slice.Ports.Count == 0 || slice.Ports.Any(candidate => candidate.Name == port.Name);
}
