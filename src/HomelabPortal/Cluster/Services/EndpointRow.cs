using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services;

/// <summary>One address behind a service. Two rows are equal when they look the same.</summary>
/// <param name="Pod">The pod's name; empty for an address without one.</param>
/// <param name="Target">What stands behind it where that is no pod: "VirtualMachine vm1"; empty when nothing is named.</param>
/// <param name="Ports">"8080 http, 9090 metrics".</param>
public sealed record EndpointRow(string Address, string Namespace, string Pod, string Target, string Node, string Ports, bool IsReady, bool IsServing, bool IsTerminating)
{
    public HealthState State => (IsReady, IsTerminating) switch
    {
        (true, _) => HealthState.Healthy,
        (_, true) => HealthState.Progressing,
        _ => HealthState.Broken,
    };

    public string Word => (IsReady, IsTerminating, IsServing) switch
    {
        (true, true, _) => "Ready, leaving",
        (true, _, _) => "Ready",
        (_, true, true) => "Leaving, still serving",
        (_, true, _) => "Leaving",
        _ => "Not ready",
    };

    public string? Href => Pod.Length > 0 ? ObjectHref.Of("Pod", Namespace, Pod) : null;
}
