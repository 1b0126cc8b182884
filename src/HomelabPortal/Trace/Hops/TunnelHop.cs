using HomelabPortal.Desired;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the tunnel that a name comes through; all lines that apply are said.
/// <code>
/// tunnels cannot be read                               tunnel.unread             Unknown
/// its rules are in a file beside its connector         tunnel.local              Unknown
/// no connector serves it                               tunnel.disconnected       Broken
/// a rule above takes it and leads elsewhere            tunnel.rule.unreachable   Broken
/// no rule takes it, or only the catch-all              tunnel.rule.missing       Broken
/// its rule answers with a status itself                tunnel.rule.status        Broken
/// a rule above has a path that cannot be read          tunnel.rule.unclear       Unknown
/// its rule names a Service that is not there           tunnel.origin.missing     Broken
/// its rule names a port that Traefik's Service has not tunnel.origin.port        Broken
/// its rule leads to the connector's own machine        tunnel.origin.local       Unknown
/// some connections are lost                            tunnel.degraded           Degraded
/// a connector works by an older document               tunnel.document.old       Degraded
/// </code>
/// </summary>
internal static class TunnelHop
{
    public static (TraceHop Hop, TunnelExit Exit) Of(HostView host, TraceScene scene)
    {
        var facts = scene.Facts.Names;
        var id = host.Led(LeadKind.Tunnel)?.Lead.TunnelId ?? host.Tunnel.Select(part => part.TunnelId).FirstOrDefault() ?? (host.Leads(LeadKind.DeadTunnel) ? null : facts.Tunnels.ChosenId);
        var live = facts.Tunnels.Find(id);
        var (name, command) = (live?.Name ?? "", Reproducers.Tunnel(live?.Name ?? id ?? "TUNNEL"));
        if (facts.TunnelFault is { } fault)
            return (new TraceHop(HopKind.Tunnel, name, null, "", command, [Unseen.Source("tunnel.unread", "Tunnels", fault, scene.Facts.TunnelsAsOf, command)]), TunnelExit.None);
        if (live is null)
            return (new TraceHop(HopKind.Tunnel, "", null, "", command, [Hop.Broken("tunnel.missing", host.Leads(LeadKind.DeadTunnel) ? "The tunnel that its record leads to is not in the account." : "The account has no tunnel that it could come through.", "Make a tunnel and start its connector, or lead the record to one that is there.", "cloudflared tunnel list") with { Fix = new TraceFix("Make a tunnel", "/tunnels/new") }]), TunnelExit.None);
        return Of(host, live, command, scene);
    }

    private static (TraceHop, TunnelExit) Of(HostView host, LiveTunnel live, string command, TraceScene scene)
    {
        var href = $"/tunnels/{live.Id}";
        var trial = live.IsRemotelyManaged ? TunnelTrials.Of(live, new TrialRequest(new Uri($"https://{host.Asked}/"), host.Asked, "/"), true, scene.Facts.Names) : null;
        var winner = trial?.Winner?.Part;
        var (exit, origin) = winner is { IsStatus: false } ? TunnelOrigin.Of(winner, host.Asked, command, scene) : (TunnelExit.None, null);
        var hop = new TraceHop(
            HopKind.Tunnel, live.Name, href, winner is null ? "" : $"Rule {winner.Index + 1} of {live.Name} hands it to {(winner.LeadsToIngress ? "the ingress" : winner.Service)}.", command,
            Hop.Found([.. OfConnectors(live, command), Rule(host, live, trial, command), origin]))
        {
            Revision = $"version {live.Version}",
            Facts =
            [
                new TraceFact("Connectors", live.Connectors.Length == 0 ? "none" : $"{live.Connectors.Length}, {live.Connectors.Sum(connector => connector.Connections.Length)} connections", $"{href}?tab=connectors"),
                .. winner is null ? Array.Empty<TraceFact>() : [new TraceFact("Rule", $"{(winner.Hostname.Length > 0 ? winner.Hostname : "everything else")} → {winner.Service}; kept by {winner.Owner}", href)],
                Login(host, winner, scene),
            ],
        };
        return (hop, exit);
    }

    private static IEnumerable<TraceFinding?> OfConnectors(LiveTunnel live, string command)
    {
        var fix = new TraceFix("See the connectors", $"/tunnels/{live.Id}?tab=connectors");
        if (live.Connectors.Length == 0)
        {
            yield return Hop.Broken("tunnel.disconnected", $"No connector serves tunnel {live.Name}, so Cloudflare answers with error 1033.", "Start cloudflared with this tunnel's token, or look why it stopped.", command) with { Fix = fix };
            yield break;
        }

        if (live.Status == "degraded")
            yield return Hop.Degraded("tunnel.degraded", $"Some connections of tunnel {live.Name} are lost.", "Look at the connector's log; the others still carry the requests.", command) with { Fix = fix };
        if (live.IsRemotelyManaged && live.Connectors.Any(connector => connector.ConfigVersion < live.Version))
            yield return Hop.Degraded("tunnel.document.old", $"A connector of {live.Name} still works by an older document than version {live.Version}.", "Wait a moment; restart the connector if it stays so.", command) with { Fix = fix };
    }

    private static TraceFinding? Rule(HostView host, LiveTunnel live, TunnelTrial? trial, string command)
    {
        if (trial is null)
            return Hop.Unknown("tunnel.local", $"The rules of tunnel {live.Name} are in a file beside its connector, where the portal cannot look.", "Let Cloudflare keep the tunnel's rules, or look into that file.", command);
        if (trial.Doubt is { } doubt)
            return Hop.Unknown("tunnel.rule.unclear", $"Rule {doubt.Part.Index + 1} of {live.Name} may take it first. {doubt.Note}", "Write the path of that rule more simply.", command) with { Fix = Plan(host) ?? See(live) };
        var own = trial.Rules.FirstOrDefault(rule => rule.Part.Hostname == host.Name && rule.Part.Path.Length == 0)?.Part;
        if (trial.Winner?.Part is not { } winner)
            return Missing(host, live, command);
        if (own is not null && own.Index > winner.Index && own.Service != winner.Service)
            return Hop.Broken(
                "tunnel.rule.unreachable", $"Its rule in tunnel {live.Name} is never asked: the rule for {(winner.Hostname.Length > 0 ? winner.Hostname : "everything")} stands above it and leads to {winner.Service}.",
                "Put its rule above the wider one.", command) with { Fix = Plan(host) ?? See(live) };
        if (winner.IsCatchAll && winner.IsStatus)
            return Missing(host, live, command);
        return winner.IsStatus ? Hop.Broken("tunnel.rule.status", $"Rule {winner.Index + 1} of {live.Name} answers HTTP {winner.Service["http_status:".Length..]} itself and serves nothing.", "Lead the rule to the ingress.", command) with { Fix = Plan(host) ?? See(live) } : null;
    }

    private static TraceFinding Missing(HostView host, LiveTunnel live, string command) => Hop.Broken(
        "tunnel.rule.missing", $"No rule of tunnel {live.Name} takes {host.Name}: visitors get what its catch-all answers.",
        host.Exposure is null ? "Expose the service through the tunnel." : "The exposure writes the rule; see at its steps why it is not there yet.", command)
        with { Fix = PlanOf(host.Exposure) ?? Expose(host) };

    /// <summary>An exposure through the tunnel keeps its rule: its plan puts it where it belongs, or says who holds the place. Null where none does.</summary>
    private static TraceFix? Plan(HostView host) => host.WantsTunnel ? PlanOf(host.Exposure) : null;

    private static TraceFix? PlanOf(Exposure? exposure) => exposure is null ? null : new TraceFix("See the exposure's plan", $"/exposures/{exposure.Id}");

    private static TraceFix Expose(HostView host)
    {
        var step = MendLinks.Expose(host.Name, host.Routes.Select(route => route.ServiceKey).FirstOrDefault(key => key is not null), isPublic: true, "Expose it");
        return new TraceFix(step.Text, step.Href);
    }

    private static TraceFix See(LiveTunnel live) => new("See the rules", $"/tunnels/{live.Id}");

    private static TraceFact Login(HostView host, TunnelPart? winner, TraceScene scene)
    {
        var access = scene.Facts.Names.Access;
        var text = access.Fault is { } fault ? $"cannot be told. {fault}"
            : access.Of(host.Asked, "/") is { } guard ? guard.LetsEverybodyIn ? $"{guard.Name}, which lets everybody in" : guard.Name
            : winner is { RequiresAccess: true } ? "checked by the connector" : "none: everybody comes through";
        return new TraceFact("Login", text, "/logins");
    }
}
