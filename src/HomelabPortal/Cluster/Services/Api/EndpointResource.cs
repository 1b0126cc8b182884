namespace HomelabPortal.Cluster.Services.Api;

/// <summary>One address behind a service.</summary>
/// <param name="Pod">Empty for an address without a pod.</param>
internal sealed record EndpointResource(string Address, string Pod, string Node, string Ports, bool Ready, bool Serving, bool Terminating)
{
    public static EndpointResource Of(EndpointRow row) => new(row.Address, row.Pod, row.Node, row.Ports, row.IsReady, row.IsServing, row.IsTerminating);
}
