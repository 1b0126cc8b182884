using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Reconcile;

/// <summary>The logins that stand before names, as the tunnel needs to know them.</summary>
/// <param name="TeamName">The team whose login signs visitors in.</param>
/// <param name="Audiences">By hostname, the audience of the login that is in place there; a name without one has no login.</param>
internal sealed record LoginFacts(string TeamName, ImmutableDictionary<string, string> Audiences)
{
    /// <summary>What a rule's <c>originRequest.access</c> says, so that the connector itself refuses whoever did not pass the login; null where none stands.</summary>
    public JsonObject? CheckOf(string name) => Audiences.TryGetValue(name, out var audience)
        ? new JsonObject { ["required"] = true, ["teamName"] = TeamName, ["audTag"] = new JsonArray(audience) }
        : null;
}
