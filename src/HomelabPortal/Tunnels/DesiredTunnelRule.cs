using HomelabPortal.Tunnels.Planning;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels;

/// <summary>A rule of the tunnel that leads one hostname to the ingress.</summary>
internal sealed record DesiredTunnelRule(string OwnerId, Hostname Hostname, string Service)
    : DesiredResource(KeyOf(Hostname), OwnerId, Hostname.Value)
{
    public static ResourceKey KeyOf(Hostname hostname) => new(TunnelView.Target, TunnelView.RuleKind, hostname.Value);

    public JsonObject ToRule() => new() { ["hostname"] = Hostname.Value, ["service"] = Service };
}
