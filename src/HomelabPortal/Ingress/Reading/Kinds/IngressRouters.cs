using System.Globalization;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>
/// Pure: says the rules of an Ingress as Traefik does.
/// <code>
/// host and path                         a router of its own; the longer rule goes first, unless an annotation gives a priority
/// default backend, no rules beside it   the router that comes last of all
/// default backend beside rules          none: Traefik passes it over
/// </code>
/// </summary>
internal static class IngressRouters
{
    private const string Everything = "PathPrefix(`/`)";
    private const string PriorityMark = "traefik.ingress.kubernetes.io/router.priority";

    public static ValueList<TraefikRouter> Of(string host, IngressPath path, ObjectMeta meta)
    {
        string[] matchers = [Host(host), path.Path.Length > 0 ? $"{(path.PathType == "Exact" ? "Path" : "PathPrefix")}(`{path.Path}`)" : ""];
        var rule = TraefikRule.Known(string.Join(" && ", matchers.Where(matcher => matcher.Length > 0).DefaultIfEmpty(Everything)));
        int? own = int.TryParse(meta.Annotations.GetValueOrDefault(PriorityMark, ""), CultureInfo.InvariantCulture, out var given) ? given : null;
        return [new TraefikRouter(rule.Text, RulePriority.Of(rule, own))];
    }

    public static ValueList<TraefikRouter> OfDefault(IngressSpec spec) => spec.Rules.Count == 0 ? [new TraefikRouter(Everything, int.MinValue)] : [];

    /// <summary>A wildcard stands for one label.</summary>
    private static string Host(string host) => host switch
    {
        "" => "",
        ['*', '.', ..] => $"HostRegexp(`^[a-zA-Z0-9-]+{host[1..].Replace(".", @"\.", StringComparison.Ordinal)}$`)",
        _ => $"Host(`{host}`)",
    };
}
