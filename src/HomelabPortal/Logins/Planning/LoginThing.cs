using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>A wanted policy or application with everything that bears on it, so that one planner decides about both.</summary>
/// <param name="Own">What the ledger speaks of, as it stands now; null when it is not there.</param>
/// <param name="Marked">What bears our mark for it, whether the ledger knows it or not.</param>
/// <param name="Foreign">Somebody else's application before the same place.</param>
internal sealed record LoginThing(
    DesiredResource Resource, JsonObject Wish, LedgerEntry? Entry, JsonObject? Own, bool IsMarked, (string Id, JsonObject Image)? Marked, LiveLoginApplication? Foreign)
{
    public bool IsApplication => Resource.Key.Kind == LoginView.ApplicationKind;

    public string Name => Resource.OwnerName;

    public string What => IsApplication ? $"The Access application of {Name}" : $"The Access policy “{Name}”";

    public static LoginThing Of(DesiredResource resource, PlanRequest request, LoginState state) => resource switch
    {
        DesiredLoginPolicy policy => Of(policy, request, state),
        DesiredLoginApplication application => Of(application, request, state),
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    private static LoginThing Of(DesiredLoginPolicy policy, PlanRequest request, LoginState state)
    {
        var mark = new LoginMark(request.Instance, policy.Id);
        var entry = request.Ledger.Find(policy.Key);
        var own = entry is null ? null : state.FindPolicy(entry.RemoteId);
        var marked = state.FindPolicy(mark);
        return new LoginThing(
            policy, policy.ToImage(request.Instance), entry, own is null ? null : PolicyImage.Of(own), own?.Mark == mark,
            marked is null ? null : (marked.Id, PolicyImage.Of(marked)), null);
    }

    private static LoginThing Of(DesiredLoginApplication application, PlanRequest request, LoginState state)
    {
        var mark = new LoginMark(request.Instance, application.OwnerId);
        var entry = request.Ledger.Find(application.Key);
        var own = entry is null ? null : state.FindApplication(entry.RemoteId);
        var there = state.FindApplicationOf(application.Place);
        var isOurs = there is { IsTagged: true } && there.Mark == mark;
        return new LoginThing(
            application, application.ToImage(request.Instance), entry,
            own is null ? null : ApplicationImage.Of(own, state, request.Instance), own is { IsTagged: true } && (own.Mark == mark || own.Mark == new LoginMark(request.Instance, entry!.OwnerId)),
            isOurs ? (there!.Id, ApplicationImage.Of(there, state, request.Instance)) : null, isOurs ? null : there);
    }
}
