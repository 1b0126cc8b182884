using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>
/// Decides what happens to containers. "Ours" means: marked for this portal and this wanted container, and known to the ledger
/// or made from exactly what is wanted. "Aside" is the version that a new one replaces, kept until that one serves.
/// <code>
/// wanted        bears the name            aside    outcome
/// yes           host not set up           any      refused
/// yes           host not seen             any      waits
/// yes           foreign                   none     refused, naming its keeper; recreate as an adoption when the owner said so
/// yes           none                      none     create, first its image; as drift when we made one before
/// yes           none, renamed by hand     none     rename, as drift
/// yes           none, failed before       none     refused with the reason, until it is changed or tried again
/// yes           none                      yes      create, or restore when that failed, its image is not there or the old one is wanted again
/// yes           ours, its start failed    any      restore; with nothing aside it is removed, and the reason kept
/// yes           ours, as wanted, runs     none     nothing; limits changed by hand are put right by recreating it, as drift; refused when that failed before
/// yes           ours, as wanted, ended    none     start where the portal left it so; as drift where Docker itself would have; a failure otherwise is only said; else nothing
/// yes           ours, as wanted           yes      proved: the one aside goes; failed: restore; else waits
/// yes           ours, another version     none     recreate, first its image; refused when that failed before, and started as one that is wanted
/// yes           ours, another version     yes      replace; restore when its image is not there or the one aside is wanted again
/// stopped       ours, runs                any      stop
/// stopped       ours, as wanted, ended    yes      nothing: the one aside stays until a start was proved
/// no            ours                      any      remove; volumes stay. A foreign one aside, which was to be taken over, serves again
/// no            foreign, none             any      release
/// no            host not seen             any      refused: kept until the host is back
/// </code>
/// What somebody did by hand is only said where the owner chose so, until it is put right by a click or changed.
/// What would put a server without a login behind a name that is still on the Internet waits until that name is withdrawn: in one pass
/// withdrawing may be held, and another system may not answer, while Docker does.
/// What does not fit on the GPU beside what runs there waits its turn; the more important one comes first. What is paused, what Docker starts again and again,
/// what breaks a rule and what is still to be removed hold their place there as well.
/// Its video memory must really be free as well, which <see cref="MemoryGate"/> tells: to recreate what has a lease on a measured GPU
/// takes two steps, to put it aside, and to create the new one when the memory is free.
/// </summary>
internal static class ContainerPlanner
{
    public static Plan Plan(PlanRequest request, ContainerView view)
    {
        var draft = new PlanDraft();
        foreach (var refused in request.Desired.OfType<RefusedResource>().Where(refused => refused.Key.Target == ContainerView.Target))
            draft.Refuse(refused, refused.Why);
        var wanted = request.Desired.OfType<DesiredRun>().ToList();
        foreach (var host in wanted.GroupBy(run => run.Container.Host))
            PlanHost(host.Key, [.. host], request, view, draft);
        // A container that breaks a rule is kept as it is: nothing of it is planned, also not its end.
        var keys = request.Desired.Where(resource => resource.Key.Target == ContainerView.Target).Select(resource => resource.Key).ToHashSet();
        foreach (var entry in request.Ledger.Of(ContainerView.Target).Where(entry => entry.Key.Kind == ContainerView.ContainerKind && !keys.Contains(entry.Key)))
            PlanUnwanted(entry, request.Instance, view, draft);
        return draft.ToPlan();
    }

    private static void PlanHost(string name, List<DesiredRun> wanted, PlanRequest request, ContainerView view, PlanDraft draft)
    {
        if (view.Find(name) is not { Fault: null } host)
        {
            foreach (var run in wanted)
                Unseen(run, view.Find(name), draft);
            return;
        }

        var scenes = wanted.Select(run => ContainerScene.Of(run, host, request.Ledger.Find(run.Key), request.Instance)).ToList();
        var holders = Holders(host, scenes, request);
        foreach (var scene in scenes.OrderByDescending(scene => scene.Wish.Container.Lease?.Priority ?? 0).ThenBy(scene => scene.Wish.Container.Name, StringComparer.Ordinal))
            ContainerDecision.Decide(new ContainerDraft(draft, scene, holders, view.At) { WhyShut = scene.Wish.Doors?.WhyShut(request.Ledger) });
    }

    /// <summary>What breaks a rule runs on and holds what it has, and so does what is to be removed until it is.</summary>
    private static List<LeaseHolder> Holders(LiveHost host, List<ContainerScene> scenes, PlanRequest request)
    {
        var refused = request.Desired.OfType<RefusedRun>().Select(run => run.Container).Where(container => container.Host == host.Name);
        var removed = request.Ledger.Of(ContainerView.Target).Select(entry => entry.OwnerId).Except(request.Desired.Select(resource => resource.OwnerId)).ToHashSet();
        return
        [
            .. LeaseHolders.On(host, scenes.Select(scene => scene.Wish.Container).Concat(refused), request.Instance)
                .Concat(scenes.Where(scene => scene.IsBetweenVersions).Select(scene => LeaseHolder.Of(scene.Wish.Container)).OfType<LeaseHolder>())
                .Concat(LeaseHolders.LeftOn(host, removed, request.Instance)).DistinctBy(holder => holder.Id),
        ];
    }

    private static void Unseen(DesiredRun run, LiveHost? host, PlanDraft draft)
    {
        if (host is null)
            draft.Refuse(run, $"There is no Docker host {run.Container.Host} in the settings any more. Put it back, or remove the container here.");
        else
            draft.Wait(run, $"{host.Name} cannot be reached: {host.Fault}");
    }

    private static void PlanUnwanted(LedgerEntry entry, string instance, ContainerView view, PlanDraft draft)
    {
        var memory = ContainerMemory.Of(entry)!;
        if (view.Find(memory.Host) is not { Fault: null } host)
        {
            draft.Refuse(entry, $"{memory.Host} cannot be seen, so {memory.Name} is kept there until it can.");
            return;
        }

        var ours = new[] { host.FindId(entry.RemoteId), host.FindId(memory.Previous) }
            .OfType<LiveContainer>().Where(container => container.IsMarkedFor(instance, entry.OwnerId)).ToList();
        var lent = host.FindId(memory.Previous) is { } aside && !aside.IsMarkedFor(instance, entry.OwnerId) && PreviousName.IsOf(aside.Name, memory.Name) ? aside : null;
        if (ours.Count == 0 && lent is null)
        {
            draft.Release(entry, ChangeStage.WithdrawRoute, host.FindId(entry.RemoteId) is null ? "it is not there any more" : "somebody took its mark off");
            return;
        }

        draft.Add(new Change
        {
            Kind = ChangeKind.Delete,
            Key = entry.Key,
            OwnerId = entry.OwnerId,
            Stage = ChangeStage.WithdrawRoute,
            Description = $"container {memory.Host}/{memory.Name}",
            Reason = lent is null ? "it is not wanted any more; its volumes stay" : "it is not wanted any more; the one that it was to replace serves again as before",
            Before = entry.LastApplied.DeepClone(),
            RemoteId = entry.RemoteId,
            Hint = new ContainerChange(ContainerStep.Remove, memory.Host, memory.Name, null, ours.FirstOrDefault()?.Id, (lent ?? ours.ElementAtOrDefault(1))?.Id).ToJson(),
        });
    }
}
