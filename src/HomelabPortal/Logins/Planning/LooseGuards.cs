using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>Pure: an application may be as it should while a policy it asks was changed by hand, which opens the name just the same.</summary>
internal static class LooseGuards
{
    public static string? WhyOf(DesiredResource resource, PlanRequest request, LoginState state)
    {
        if (resource is not DesiredLoginApplication application)
            return null;
        return request.Desired.OfType<DesiredLoginPolicy>()
            .Where(policy => application.Policies.Contains(policy.Id))
            .Select(policy => WhyOf(application, policy, request, state))
            .FirstOrDefault(why => why is not null);
    }

    private static string? WhyOf(DesiredLoginApplication application, DesiredLoginPolicy policy, PlanRequest request, LoginState state)
    {
        // What we never wrote yet, or last wrote otherwise, is a change of the owner's that is about to be made.
        if (request.Ledger.Find(policy.Key) is not { } entry || !JsonNode.DeepEquals(entry.LastApplied, policy.ToImage(request.Instance)))
            return null;
        if (state.FindPolicy(entry.RemoteId) is not { } live)
            return $"Somebody deleted the Access policy “{policy.Readable}” that {application.Place} relies on.";
        var now = PolicyImage.Of(live);
        return JsonNode.DeepEquals(now, entry.LastApplied)
            ? null
            : $"Somebody changed the Access policy “{policy.Readable}” in Cloudflare: {LoginDifferences.Between(now, policy.ToImage(request.Instance))}. {application.Place} may be open to others than you chose.";
    }
}
