using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Logins.Planning;

/// <summary>Pure: what happens to something of ours that nothing asks for any more.</summary>
internal static class LoginWithdrawal
{
    public static void Plan(LedgerEntry entry, PlanRequest request, LoginState state, PlanDraft draft)
    {
        if (entry.Key.Kind == LoginView.ApplicationKind)
            PlanApplication(entry, request, state, draft);
        else
            PlanPolicy(entry, request, state, draft);
    }

    private static void PlanApplication(LedgerEntry entry, PlanRequest request, LoginState state, PlanDraft draft)
    {
        var live = state.FindApplication(entry.RemoteId);
        if (live is null)
            draft.Release(entry, ChangeStage.WithdrawAccess, "it is already gone");
        else if (!live.IsTagged || live.Mark != new LoginMark(request.Instance, entry.OwnerId))
            draft.Release(entry, ChangeStage.WithdrawAccess, "our mark is gone, so it stays");
        else if (live.Places is not [var place] || place != entry.Key.Name)
            draft.Release(entry, ChangeStage.WithdrawAccess, $"somebody has it guard {string.Join(", ", live.Places)}, so it stays");
        else if (request.Facts.Leads is null && !place.Contains('/'))
            draft.Keep(entry, $"The login of {place} stays while DNS cannot be seen: the name may still lead to a tunnel.");
        else if (LeadOfOthers(entry, place, request) is not { } lead)
            draft.Add(LoginChanges.Delete(entry, ApplicationImage.Of(live, state, request.Instance)));
        else if (lead.Instance == request.Instance)
            draft.Keep(entry, $"The login of {place} stays until no other entry of the portal leads the name to a tunnel.");
        else
            draft.Refuse(entry, $"The login of {place} stays, because a record that the portal does not keep leads the name to a tunnel. Remove that record first.");
    }

    /// <summary>
    /// A record of ours goes before its login. One that lost our mark stays, and with a wildcard rule in the tunnel it would open the name.
    /// A name that is wanted without login loses nothing, nor does an open path, whose application lets everybody pass.
    /// </summary>
    private static TunnelLead? LeadOfOthers(LedgerEntry entry, string place, PlanRequest request)
    {
        if (request.Facts.Leads?.GetValueOrDefault(place) is not { } lead || (lead.Instance == request.Instance && lead.OwnerId == entry.OwnerId))
            return null;
        return request.Desired.OfType<DesiredTunnelRule>().Any(rule => rule.Name.Value == place && !rule.IsGuarded) ? null : lead;
    }

    private static void PlanPolicy(LedgerEntry entry, PlanRequest request, LoginState state, PlanDraft draft)
    {
        var live = state.FindPolicy(entry.RemoteId);
        if (live is null)
            draft.Release(entry, ChangeStage.WithdrawAccess, "it is already gone");
        else if (live.Mark != new LoginMark(request.Instance, entry.Key.Name))
            draft.Release(entry, ChangeStage.WithdrawAccess, "our mark is gone, so it stays");
        else if (Others(live, request, state) is { } others)
            draft.Refuse(entry, $"The login policy “{live.ReadableName}” stays, because {others} still uses it in Cloudflare.");
        else
            draft.Add(LoginChanges.Delete(entry, PolicyImage.Of(live)));
    }

    /// <summary>The applications that are not the portal's and use the policy; those of ours go before it, or keep it from going.</summary>
    private static string? Others(LiveLoginPolicy policy, PlanRequest request, LoginState state)
    {
        var ours = request.Ledger.Of(LoginView.Target).Select(entry => entry.RemoteId).ToHashSet();
        var names = state.Applications.Where(application => application.Policies.Contains(policy.Id) && !ours.Contains(application.Id)).Select(application => application.Name);
        return string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : null;
    }
}
