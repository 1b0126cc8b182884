using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>
/// Judges one parent of an HTTPRoute.
/// <list type="table">
/// <item>no such Gateway, not programmed, route not accepted, references not resolved → broken</item>
/// <item>its controller has said nothing → degraded: perhaps none runs</item>
/// </list>
/// </summary>
internal static class GatewayHealth
{
    public static string NameOf(GatewayReference parent, string routeNamespace) => $"{NamespaceOf(parent, routeNamespace)}/{parent.Name}";

    public static IEnumerable<GatewayListener> Listeners(GatewayReference parent, string routeNamespace, RouteSurroundings context) =>
        context.State.Gateways.Find(NamespaceOf(parent, routeNamespace), parent.Name)?.Spec.Listeners.Where(listener => parent.SectionName.Length == 0 || listener.Name == parent.SectionName) ?? [];

    public static IEnumerable<Finding> Judge(HttpRoute route, GatewayReference parent, RouteSurroundings context)
    {
        if (parent.Kind is not ("" or "Gateway"))
            yield break;
        var (name, ns) = (NameOf(parent, route.Metadata.Namespace), route.Metadata.Namespace);
        if (context.State.Gateways.Status.IsKnown && context.State.Gateways.Find(NamespaceOf(parent, ns), parent.Name) is not { } gateway)
        {
            yield return Broken(FindingCodes.GatewayMissing, "No gateway", $"There is no Gateway {name}.", "Correct the name in the route, or make the Gateway.");
            yield break;
        }

        if (Judge(context.State.Gateways.Find(NamespaceOf(parent, ns), parent.Name)) is { State: HealthState.Broken } verdict)
            yield return Broken(FindingCodes.GatewayNotReady, "Gateway not ready", $"Gateway {name}: {verdict.Sentence}", "Look at the gateway and at its controller.");
        var answers = route.Status.Parents.Where(answer => NameOf(answer.ParentRef, ns) == name && (parent.SectionName.Length == 0 || answer.ParentRef.SectionName == parent.SectionName)).ToList();
        if (answers.Count == 0)
            yield return new Finding(FindingCodes.GatewaySilent, HealthState.Degraded, "No answer", $"No controller has answered for Gateway {name} yet.", "Look whether the gateway's controller runs.");
        foreach (var conditions in answers.Select(answer => answer.Conditions))
        {
            if (conditions.Find("Accepted") is { Status: "False" } accepted)
                yield return Broken(FindingCodes.GatewayRefused, "Not accepted", $"Gateway {name} does not take it: {Why(accepted)}", "Make hostname, listener and namespace agree with the gateway.");
            if (conditions.Find("ResolvedRefs") is { Status: "False" } resolved)
                yield return Broken(FindingCodes.GatewayReferences, "Not resolved", $"Gateway {name} cannot follow it: {Why(resolved)}", "Correct the backend, or allow it with a ReferenceGrant.");
        }
    }

    /// <summary>Null when there is no such gateway.</summary>
    public static Verdict? Judge(Gateway? gateway) => gateway?.Status.Conditions.Find("Programmed") switch
    {
        _ when gateway is null => null,
        null => new Verdict(HealthState.Unknown, "No answer", "No controller has answered for it yet."),
        { Status: "True" } => new Verdict(HealthState.Healthy, "Programmed"),
        { Status: "False" } condition => new Verdict(HealthState.Broken, "Not programmed", Why(condition)) { Since = condition.LastTransitionTime },
        { } condition => new Verdict(HealthState.Unknown, "Unknown", Why(condition)),
    };

    private static string NamespaceOf(GatewayReference parent, string routeNamespace) => parent.Namespace.Length > 0 ? parent.Namespace : routeNamespace;

    private static string Why(Condition condition) => Spoken.Sentence(condition.Message.Length > 0 ? condition.Message : condition.Reason);

    private static Finding Broken(string code, string word, string sentence, string next) => new(code, HealthState.Broken, word, sentence, next);
}
