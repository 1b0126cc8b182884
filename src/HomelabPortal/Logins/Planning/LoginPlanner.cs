using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>
/// Decides what happens to policies and applications of Cloudflare Access.
/// "Ours" means: the ledger's id is live, its name bears our mark for this very thing, and an application bears our tag too.
/// <code>
/// wanted  live                    ledger  outcome
/// yes     any                     any     refused while the account has no Zero Trust organisation
/// yes     none                    no      create; refused when a foreign application stands before the same place
/// yes     none                    yes     create again, as drift; of an application: unguarded
/// yes     ours, equal             yes     in sync; an application whose policy was changed by hand: unguarded, see LooseGuards
/// yes     ours, differs           yes     update; drift when the wish is what we last applied; of an application then: unguarded
/// yes     marked, equal           no      adopt: nothing is written outside
/// yes     marked, differs         no      refused: the mark alone is not enough to overwrite it
/// yes     mark or tag gone        yes     refused: contended; of an application: unguarded
/// no      ours                    yes     delete; a policy that something else still uses is kept and refused
/// no      ours, name still led    yes     refused: a record that is not ours leads it to a tunnel; waits while DNS cannot be seen
/// no      ours, on other places   yes     release: somebody has given it another use
/// no      mark gone, none         yes     release
/// </code>
/// "Unguarded" writes nothing by itself: it keeps what comes later from being built, and is shown red.
/// </summary>
internal static class LoginPlanner
{
    public static Plan Plan(PlanRequest request, LoginState state)
    {
        var draft = new PlanDraft();
        var wanted = request.Desired.Where(resource => resource.Key.Target == LoginView.Target).ToList();
        foreach (var resource in wanted)
        {
            if (resource is RefusedResource refused)
                draft.Refuse(refused, refused.Why);
            else if (state.Problem is { } problem)
                draft.Refuse(resource, problem);
            else
                PlanWanted(LoginThing.Of(resource, request, state), request, state, draft);
        }

        // Without an organisation, what is gone and what is not cannot be told.
        var keys = wanted.Select(resource => resource.Key).ToHashSet();
        if (state.Problem is null)
        {
            foreach (var entry in request.Ledger.Of(LoginView.Target).Where(entry => !keys.Contains(entry.Key)))
                LoginWithdrawal.Plan(entry, request, state, draft);
        }

        return draft.ToPlan();
    }

    private static void PlanWanted(LoginThing thing, PlanRequest request, LoginState state, PlanDraft draft)
    {
        if (thing.Own is null)
            PlanMissing(thing, request, state, draft);
        else if (!thing.IsMarked)
            Contend(thing, draft);
        else if (!JsonNode.DeepEquals(thing.Own, thing.Wish))
            PlanDifferent(thing, request, state, draft);
        else
            LooseGuards.Note(thing, request, state, draft);
    }

    private static void PlanMissing(LoginThing thing, PlanRequest request, LoginState state, PlanDraft draft)
    {
        if (thing.Marked is { } marked && JsonNode.DeepEquals(marked.Image, thing.Wish))
            draft.Add(LoginChanges.Adopt(thing, marked.Id, state.AccountId));
        else if (thing.Marked is not null)
            draft.Refuse(thing.Resource, $"{thing.What} in Cloudflare carries our mark, but the portal has no note of making it and it differs. Delete it in the dashboard, and it is made again.");
        else if (thing.Foreign is { } foreign)
            draft.Refuse(thing.Resource, $"The Access application “{foreign.Name}” already stands before {thing.Name}, and the portal did not make it. Remove it in the dashboard, or choose another hostname.", field: RefusalField.Hostname);
        else
        {
            draft.Add(LoginChanges.Create(thing, state.AccountId));
            if (thing.Entry is null)
                LooseGuards.Note(thing, request, state, draft);
            else if (thing.IsApplication)
                draft.Alarm(thing.Resource, $"Somebody deleted the login of {thing.Name} in Cloudflare. A tunnel rule of the portal's refuses everybody until it is back.");
        }
    }

    private static void PlanDifferent(LoginThing thing, PlanRequest request, LoginState state, PlanDraft draft)
    {
        var change = LoginChanges.Update(thing);
        draft.Add(change);
        if (!change.IsDrift)
            LooseGuards.Note(thing, request, state, draft);
        else if (thing.IsApplication)
            draft.Alarm(thing.Resource, $"Somebody changed the login of {thing.Name} in Cloudflare: {LoginDifferences.Between(thing.Own!, thing.Wish)}. {thing.Name} may be open to others than you chose.");
    }

    private static void Contend(LoginThing thing, PlanDraft draft)
    {
        var why = $"{thing.What} was ours, but our mark is gone. Put “{thing.Wish["name"]}” back as its name{(thing.IsApplication ? $", with the tag {LoginMark.Tag}," : "")} or delete it in the dashboard.";
        if (thing.IsApplication)
            draft.Alarm(thing.Resource, why);
        draft.Refuse(thing.Resource, why);
    }
}
