using System.Text.Json.Nodes;
using HomelabPortal.Tunnels.Editing;

namespace HomelabPortal.Tunnels.Api;

/// <summary>A free rule to be.</summary>
/// <param name="Path">A regular expression over the path; left out for every path.</param>
/// <param name="OriginRequest">How cloudflared talks to the service, in Cloudflare's spelling; times are whole seconds.</param>
/// <param name="LoginPolicy">The id of the login policy before the name.</param>
/// <param name="IsPublicWithoutLogin">True says that the name is public without a login.</param>
/// <param name="HasRecord">True wants the name's CNAME to the tunnel as well.</param>
/// <param name="Rank">Among the rules of one name the lower one stands first; left out, the longer path does.</param>
internal sealed record TunnelRuleWish(
    string? Name = null, string? Path = null, string? Service = null, JsonObject? OriginRequest = null, string? LoginPolicy = null,
    bool? IsPublicWithoutLogin = null, bool? HasRecord = null, int? Rank = null)
{
    public RuleText ToText() => new(Name, Path, Service, OriginRequest?.ToJsonString(), LoginPolicy, IsPublicWithoutLogin == true, HasRecord == true);
}
