using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>
/// Pure: an application may be as it should while a policy that it asks is not, which opens the name just the same.
/// <code>
/// policy in Cloudflare                  the application
/// as wanted, or never made yet          nothing to say
/// not as we last wrote it, or gone      unguarded
/// as we wrote it, but wanted otherwise  waits: nothing more is published upon the old one
/// </code>
/// </summary>
internal static class LooseGuards
{
    public static void Note(LoginThing thing, PlanRequest request, LoginState state, PlanDraft draft)
    {
        if (thing.Resource is not DesiredLoginApplication application)
            return;
        var policies = request.Desired.OfType<DesiredLoginPolicy>().Where(policy => application.Policies.Contains(policy.Id)).ToList();
        if (policies.Select(policy => WhyUnguarded(application, policy, request, state)).FirstOrDefault(why => why is not null) is { } unguarded)
            draft.Alarm(application, unguarded);
        else if (policies.Find(policy => IsPending(policy, request)) is { } pending)
            draft.Wait(application, $"The login policy “{pending.Readable}” is being changed; nothing is published behind it until that is done.");
    }

    private static string? WhyUnguarded(DesiredLoginApplication application, DesiredLoginPolicy policy, PlanRequest request, LoginState state)
    {
        if (request.Ledger.Find(policy.Key) is not { } entry)
            return null;
        if (state.FindPolicy(entry.RemoteId) is not { } live)
            return $"Somebody deleted the Access policy “{policy.Readable}” that {application.Place} relies on.";
        var now = PolicyImage.Of(live);
        return JsonNode.DeepEquals(now, entry.LastApplied)
            ? null
            : $"Somebody changed the Access policy “{policy.Readable}” in Cloudflare: {LoginDifferences.Between(now, entry.LastApplied)}. {application.Place} may be open to others than you chose.";
    }

    private static bool IsPending(DesiredLoginPolicy policy, PlanRequest request) =>
        request.Ledger.Find(policy.Key) is { } entry && !JsonNode.DeepEquals(entry.LastApplied, policy.ToImage(request.Instance));
}
