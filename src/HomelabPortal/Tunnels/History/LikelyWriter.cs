using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels.History;

/// <summary>
/// Pure: who a document that was written over ours looks to be from.
/// <code>
/// every rule of ours and of others is gone but its own       DockFlare, when it spells matchSNIToHost; else a tool that knows only its own rules
/// a claim of the controller stands in DNS                    cloudflare-tunnel-ingress-controller
/// rules spell out settings that are the defaults             Terraform
/// any other                                                  a person
/// </code>
/// </summary>
internal static class LikelyWriter
{
    public const string Controller = "cloudflare-tunnel-ingress-controller";
    private const string DockFlareSpelling = "matchSNIToHost";

    public static string Of(JsonObject ours, JsonObject theirs, bool hasControllerClaim)
    {
        var rules = TunnelDocument.Rules(theirs);
        if (rules.Any(rule => rule.OriginRequest?.ContainsKey(DockFlareSpelling) == true))
            return "DockFlare";
        if (hasControllerClaim)
            return Controller;
        if (rules.Any(SpellsOutDefaults))
            return "Terraform";
        var kept = TunnelDocument.Rules(ours).Count(rule => !rule.IsCatchAll && TunnelDocument.Find(theirs, rule.Slot) is not null);
        var all = TunnelDocument.Rules(ours).Count(rule => !rule.IsCatchAll);
        return all > 1 && kept == 0 ? "a tool that knows only its own rules, such as DockFlare" : "a person";
    }

    private static bool SpellsOutDefaults(TunnelRule rule) =>
        rule.OriginRequest is { } origin && OriginSettings.All.Count(setting => origin.ContainsKey(setting.Name) && setting.IsDefault(origin[setting.Name])) >= 4;
}
