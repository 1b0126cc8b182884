using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>
/// Pure: follows a request through DNS, login, tunnel, ingress and service, and stops where it ends or where it cannot be followed.
/// <code>
/// DNS      the records that answer, own or by wildcard
/// Login    the Access application in front, asked before the tunnel
/// Tunnel   first rule that matches, top down
/// Ingress  of the rules that match, the one with the highest priority
/// Service  whether it has ready endpoints
/// </code>
/// </summary>
internal static class UrlTrial
{
    /// <param name="tunnelId">Try the rules of this tunnel, wherever DNS leads; null follows DNS.</param>
    public static TrialResult Run(TrialRequest request, string? tunnelId, HostnameFacts facts)
    {
        var host = new HostParts(facts).Collect(request.Host);
        var steps = new List<TrialStep> { DnsStep(host, facts) };
        var tunnel = Tunnel(host, tunnelId, facts) is { } live ? TunnelTrials.Of(live, request, host.Dns.Any(part => part.Lead.TunnelId == live.Id), facts) : null;
        if (tunnel is not null)
        {
            steps.Add(LoginStep(request, tunnel, facts));
            steps.Add(TunnelStep(tunnel));
        }

        ValueList<TriedRoute> routes = [];
        var (meetsIngress, seen) = Meets(host, tunnel, request);
        if (meetsIngress)
        {
            routes = facts.IngressFault is null ? RouteTrials.Of(facts.Ingress, seen, request.Path) : [];
            steps.AddRange(IngressSteps(routes, facts));
        }

        return new TrialResult(request, [.. steps]) { Records = host.Dns, Tunnel = tunnel, Routes = routes };
    }

    private static LiveTunnel? Tunnel(HostView host, string? wanted, HostnameFacts facts)
    {
        if (facts.TunnelFault is not null)
            return null;
        var live = facts.Tunnels.Find(wanted ?? host.Led(LeadKind.Tunnel)?.Lead.TunnelId);
        return live is { IsRemotelyManaged: true } ? live : null;
    }

    /// <summary>Whether the request arrives at the ingress, and under which hostname.</summary>
    private static (bool, string) Meets(HostView host, TunnelTrial? tunnel, TrialRequest request)
    {
        if (tunnel?.Winner?.Part is { } rule)
            return (rule.LeadsToIngress, rule.HostHeader.Length > 0 ? rule.HostHeader : request.Host);
        return (tunnel is null && (host.Leads(LeadKind.Ingress) || host.Leads(LeadKind.FrontDoor)), request.Host);
    }

    private static TrialStep DnsStep(HostView host, HostnameFacts facts)
    {
        if (facts.DnsFault is { } fault)
            return new TrialStep("DNS", HealthState.Unknown, $"DNS cannot be read. {fault}");
        if (host.Zone is null)
            return new TrialStep("DNS", HealthState.Unknown, "The name lies in no zone of the account.");
        if (host.Dns is not [var part, ..])
            return new TrialStep("DNS", HealthState.Broken, host.Zone.BlockedWildcard(host.Asked) is var (wildcard, obstacle)
                ? $"No address answers: {obstacle} is more specific than {wildcard} and has none."
                : "No record answers: the name does not resolve.");
        var way = part.IsWildcard ? $"{part.Name} answers, since the name has no record of its own" : $"Its own record answers";
        var state = part.Lead.Kind switch
        {
            LeadKind.DeadTunnel or LeadKind.Nowhere => HealthState.Broken,
            LeadKind.Unknown => HealthState.Unknown,
            _ => HealthState.Healthy,
        };
        return new TrialStep("DNS", state, $"{way}: {part.Type} to {part.Lead.Text}{(part.IsProxied ? ", through Cloudflare" : "")}.");
    }

    private static TrialStep LoginStep(TrialRequest request, TunnelTrial tunnel, HostnameFacts facts)
    {
        if (facts.Access.Fault is null && facts.Access.Of(request.Host, request.Path) is { } guard)
            return guard.LetsEverybodyIn
                ? new TrialStep("Login", HealthState.Degraded, $"{guard.Name} lets everybody in under {request.Path}.")
                : new TrialStep("Login", HealthState.Healthy, $"Cloudflare Access asks first: {guard.Name}.");
        if (tunnel.Winner?.Part.RequiresAccess == true)
            return new TrialStep("Login", HealthState.Healthy, "The connector lets in only what Cloudflare Access has let in.");
        return facts.Access.Fault is { } fault ? new TrialStep("Login", HealthState.Unknown, fault) : new TrialStep("Login", HealthState.Degraded, "No Access application stands in front: everybody comes through.");
    }

    private static TrialStep TunnelStep(TunnelTrial tunnel)
    {
        var href = $"/tunnels/{tunnel.TunnelId}";
        if (tunnel.Winner is not { } winner)
            return new TrialStep("Tunnel", tunnel.Doubt is null ? HealthState.Broken : HealthState.Unknown, tunnel.Doubt?.Note ?? $"No rule of {tunnel.TunnelName} takes it.", href);
        var place = $"Rule {winner.Part.Index + 1} of {tunnel.TunnelName}{(winner.Part.IsCatchAll ? ", the catch-all," : "")}";
        var doubt = tunnel.Doubt is { } above ? $" Unless rule {above.Part.Index + 1} takes it first: its path cannot be read here." : "";
        return winner.Part.IsStatus
            ? new TrialStep("Tunnel", HealthState.Broken, $"{place} answers HTTP {winner.Part.Service["http_status:".Length..]} itself.{doubt}", href)
            : new TrialStep("Tunnel", doubt.Length > 0 ? HealthState.Unknown : HealthState.Healthy, $"{place} hands it to {winner.Part.Service}.{doubt}", href);
    }

    private static IEnumerable<TrialStep> IngressSteps(ValueList<TriedRoute> routes, HostnameFacts facts)
    {
        if (facts.IngressFault is { } fault)
        {
            yield return new TrialStep("Ingress", HealthState.Unknown, $"Routes cannot be read. {fault}");
            yield break;
        }

        if (routes.FirstOrDefault(route => route.IsWinner) is not { } winner)
        {
            var depends = routes.FirstOrDefault(route => route.Outcome == MatchOutcome.Depends);
            yield return depends is null
                ? new TrialStep("Ingress", HealthState.Broken, "No route takes it: Traefik answers HTTP 404.")
                : new TrialStep("Ingress", HealthState.Unknown, $"{depends.Kind} {depends.NameText} may take it. {depends.Note}", depends.Href);
            yield break;
        }

        var login = winner.Logins.Count > 0 ? $" through the login {winner.Logins}" : "";
        yield return new TrialStep("Ingress", HealthState.Healthy, $"{winner.Kind} {winner.NameText} takes it{login}.", winner.Href);
        yield return winner.Backend.Length == 0
            ? new TrialStep("Service", HealthState.Broken, "The route names no service.")
            : new TrialStep("Service", winner.BackendState, $"{winner.Backend}{(winner.Endpoints.Length > 0 ? $", {winner.Endpoints}" : "")}.", winner.BackendHref);
    }
}
