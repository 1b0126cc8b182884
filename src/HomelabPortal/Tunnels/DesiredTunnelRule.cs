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

    /// <summary>A login stands before the name, and the connector must ask for it too.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>The members of <c>originRequest.access</c> of a guarded rule, known once its login is in place.</summary>
    public JsonObject? Check { get; init; }

    /// <summary>The rule as it can be written now; null while the login it needs is not known to be in place.</summary>
    public DesiredTunnelRule? Settle(LabFacts facts) =>
        !IsGuarded ? this : facts.Logins?.CheckOf(Hostname.Value) is { } check ? this with { Check = check } : null;

    public JsonObject ToRule()
    {
        var rule = new JsonObject { ["hostname"] = Hostname.Value, ["service"] = Service };
        if (Check is not null)
            rule["originRequest"] = new JsonObject { ["access"] = Check.DeepClone() };
        return rule;
    }
}
