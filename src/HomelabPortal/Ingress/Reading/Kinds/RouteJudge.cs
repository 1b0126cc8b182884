using HomelabPortal.Cluster.Health;
using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Collects what is found while one route is read; the kinds of routes differ only in where they keep their parts.</summary>
internal sealed class RouteJudge(ObjectMeta meta, RouteSurroundings context)
{
    private readonly CrossReferences _crossings = new();
    private readonly List<Finding> _findings = [];

    public RouteSurroundings Context => context;

    public void Add(Finding? finding)
    {
        if (finding is not null)
            _findings.Add(finding);
    }

    public RuleParts Rule(string match, TraefikRule? parsed, IReadOnlyList<IngressRouteReference> middlewares, string middlewareKind, IReadOnlyList<IngressRouteService> services)
    {
        var through = middlewares.Select(reference => MiddlewareHealth.Judge(reference, middlewareKind, meta.Namespace, context, _crossings)).ToList();
        var (backends, findings) = BackendTree.Follow(services, meta.Namespace, context, _crossings);
        _findings.AddRange(findings);
        through.ForEach(judged => Add(judged.Finding));
        if (parsed is { IsReadable: false, Fault: { } fault })
            Add(new Finding(FindingCodes.RuleUnreadable, HealthState.Unknown, "Rule not read", $"Its rule could not be read. {fault}", "Correct the rule. Traefik leaves out a route that it cannot read.") { NeedsSomeone = false });
        return new RuleParts(new RouteRule(match, [.. parsed?.Words ?? []], parsed?.Fault ?? "", [.. through.Select(judged => judged.Middleware)], [.. backends]), parsed);
    }

    /// <summary>Everything that was found, each thing once.</summary>
    public ImmutableArray<Finding> Findings(bool hasBackend)
    {
        Add(_crossings.Judge(context.Options.AllowCrossNamespace));
        if (!hasBackend && !_findings.Exists(finding => finding.State == HealthState.Broken))
            Add(new Finding(FindingCodes.RouteEmpty, HealthState.Broken, "No service", "It names no service to send to.", "Give its rules a service."));
        return [.. _findings.Distinct()];
    }
}
