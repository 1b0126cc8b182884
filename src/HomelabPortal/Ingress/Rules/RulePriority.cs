using System.Text;

namespace HomelabPortal.Ingress.Rules;

/// <summary>Which of two routers that both match Traefik asks first: the higher number; without one of its own, the length of the rule.</summary>
internal static class RulePriority
{
    public static int Of(TraefikRule rule, int? own) => own is { } given and not 0 ? given : Encoding.UTF8.GetByteCount(rule.Text);

    /// <summary>A TCP router for every name comes last, whatever its length.</summary>
    public static int OfTcp(TraefikRule rule, int? own) => own is { } given and not 0 ? given : IsCatchAll(rule) ? -1 : Encoding.UTF8.GetByteCount(rule.Text);

    private static bool IsCatchAll(TraefikRule rule) => rule.Expression is RuleExpression.Call { Name: "HostSNI", Arguments: ["*"] };
}
