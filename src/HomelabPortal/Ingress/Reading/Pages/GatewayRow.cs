using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Ingress.Reading.Pages;

/// <summary>One gateway as the table shows it.</summary>
/// <param name="Listeners">"web HTTP 80, websecure HTTPS 443 for *.example.org".</param>
/// <param name="Routes">How many routes its listeners count.</param>
internal sealed record GatewayRow(string Name, Verdict Health, string Class, string Addresses, string Listeners, int Routes)
{
    public static IReadOnlyList<GatewayRow> Of(ClusterState state) =>
        [.. state.Gateways.All.Select(Of).OrderBy(row => row.Name, NaturalOrder.Instance)];

    private static GatewayRow Of(Gateway gateway) => new(
        gateway.Metadata.Key(), GatewayHealth.Judge(gateway) ?? new Verdict(HealthState.Unknown, "Unknown"), gateway.Spec.GatewayClassName,
        string.Join(", ", gateway.Status.Addresses.Select(address => address.Value)) is { Length: > 0 } addresses ? addresses : "–",
        string.Join(", ", gateway.Spec.Listeners.Select(listener => $"{listener.Name} {listener.Protocol} {listener.Port}{(listener.Hostname.Length > 0 ? $" for {listener.Hostname}" : "")}")),
        gateway.Status.Listeners.Sum(listener => listener.AttachedRoutes));
}
