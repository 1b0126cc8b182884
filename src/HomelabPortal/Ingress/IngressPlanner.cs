using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>
/// Decides what happens to the Kubernetes objects of exposures. "Ours" means: the ledger's uid is the live one and our marks are on it.
/// <code>
/// wanted  live            ledger  outcome
/// yes     none            no      create, unless the hostname is taken or service, port, middleware or namespace are unknown: refused
/// yes     none            yes     create again, as drift
/// yes     ours, equal     yes     in sync
/// yes     ours, differs   yes     update; drift when the owner's wish is what we last applied
/// yes     marked, equal   no      adopt: it says it is ours and is what is wanted; nothing is written outside
/// yes     marked, differs no      refused: the mark alone is not enough to overwrite it
/// yes     foreign         no      refused, naming its owner
/// yes     mark or uid off yes     refused: contended
/// yes     being deleted   any     waits
/// no      ours            yes     delete, bound to the uid
/// no      none            yes     release
/// no      mark or uid off yes     release
/// </code>
/// </summary>
internal static class IngressPlanner
{
    public static Plan Plan(PlanRequest request, IngressView view)
    {
        var draft = new PlanDraft();
        var wanted = new HashSet<ResourceKey>();
        foreach (var refused in request.Desired.OfType<RefusedResource>().Where(refused => refused.Key.Target == IngressView.Target))
            draft.Refuse(refused, refused.Why);
        foreach (var desired in request.Desired.OfType<DesiredManifest>())
        {
            wanted.Add(desired.Key);
            PlanWanted(desired, view, request.Ledger.Find(desired.Key), draft);
        }

        foreach (var entry in request.Ledger.Of(IngressView.Target).Where(entry => !wanted.Contains(entry.Key)))
            PlanUnwanted(entry, view.Find(entry.Key), draft);
        return draft.ToPlan();
    }

    private static void PlanWanted(DesiredManifest desired, IngressView view, LedgerEntry? entry, PlanDraft draft)
    {
        var live = view.Find(desired.Key);
        if (live is null)
            PlanMissing(desired, view, entry, draft);
        else if (live.IsBeingDeleted)
            draft.Wait(desired, $"{desired.Key} is being deleted; it is made again when it is gone.");
        else if (entry is null)
            PlanUnknown(desired, live, draft);
        else if (!IsOurs(live, entry))
            draft.Refuse(desired, $"{desired.Key} was ours, but it was changed or made anew by {KubernetesMarks.OwnerOf(live)}. Delete it, or remove the exposure.", NameOf(live));
        else
            PlanOwned(desired, live, view, entry, draft);
    }

    private static void PlanMissing(DesiredManifest desired, IngressView view, LedgerEntry? entry, PlanDraft draft)
    {
        if (RouteChecks.WhyNot(desired, view) is { } why)
            draft.Refuse(desired, why.Text, why.Owner, why.Field);
        else
            draft.Add(Write(desired, ChangeKind.Create, null, entry is null ? "it does not exist yet" : "somebody deleted it", isDrift: entry is not null));
    }

    private static void PlanUnknown(DesiredManifest desired, LiveObject live, PlanDraft draft)
    {
        var isMarked = KubernetesMarks.AreOn(live, desired.OwnerId);
        if (!isMarked)
            draft.Refuse(desired, $"{desired.Key} already exists, made by {KubernetesMarks.OwnerOf(live)}. Remove it first.", NameOf(live));
        else if (ManifestDiff.Between(live.Document, desired.Manifest).Count > 0)
            draft.Refuse(desired, $"{desired.Key} carries this exposure's mark, but the portal has no note of making it and it differs. Delete it, and it is made again.");
        else
            draft.Add(Write(desired, ChangeKind.Adopt, live, "it carries this exposure's mark and is as wanted"));
    }

    private static void PlanOwned(DesiredManifest desired, LiveObject live, IngressView view, LedgerEntry entry, PlanDraft draft)
    {
        var differences = ManifestDiff.Between(live.Document, desired.Manifest);
        if (differences.Count == 0)
            return;
        var isDrift = JsonNode.DeepEquals(entry.LastApplied, desired.Manifest);
        var why = isDrift ? null : RouteChecks.WhyNot(desired, view);
        if (why is not null)
            draft.Refuse(desired, why.Text, why.Owner, why.Field);
        else
            draft.Add(Write(desired, ChangeKind.Update, live, isDrift ? "somebody changed it" : "the exposure changed", isDrift, differences));
    }

    private static void PlanUnwanted(LedgerEntry entry, LiveObject? live, PlanDraft draft)
    {
        if (live is null)
            draft.Release(entry, ChangeStage.WithdrawRoute, "it is already gone");
        else if (!IsOurs(live, entry))
            draft.Release(entry, ChangeStage.WithdrawRoute, $"it was changed or made anew by {KubernetesMarks.OwnerOf(live)}, so it stays");
        else if (!live.IsBeingDeleted)
            draft.Add(Delete(entry, live));
    }

    private static string? NameOf(LiveObject live) => KubernetesMarks.OwnerOf(live) is var owner and not KubernetesMarks.Hand ? owner : null;

    private static bool IsOurs(LiveObject live, LedgerEntry entry) =>
        live.Uid == entry.RemoteId && KubernetesMarks.AreOn(live, entry.OwnerId);

    private static Change Write(
        DesiredManifest desired, ChangeKind kind, LiveObject? live, string reason, bool isDrift = false, IReadOnlyList<string>? differences = null) => new()
    {
        Kind = kind,
        Key = desired.Key,
        OwnerId = desired.OwnerId,
        Stage = ChangeStage.BuildRoute,
        Description = differences is null
            ? ManifestText.Describe(desired.Key, desired.Manifest)
            : $"{desired.Key}: {string.Join(", ", differences)}",
        Reason = reason,
        Before = live?.Image(),
        After = desired.Manifest.DeepClone(),
        RemoteId = live?.Uid,
        IsDrift = isDrift,
        Request = kind == ChangeKind.Adopt ? null : $"PATCH {KubernetesPaths.Of(desired.Manifest)}?fieldManager={KubernetesMarks.FieldManager}&force=false",
    };

    private static Change Delete(LedgerEntry entry, LiveObject live) => new()
    {
        Kind = ChangeKind.Delete,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawRoute,
        Description = ManifestText.Describe(entry.Key, live.Document),
        Reason = "nothing asks for it any more",
        Before = live.Image(),
        RemoteId = live.Uid,
        Request = $"DELETE {KubernetesPaths.Of(live.Document)} (uid {live.Uid})",
    };
}
