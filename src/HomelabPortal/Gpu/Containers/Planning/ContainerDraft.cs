using System.Text.Json.Nodes;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What is planned for one container goes through here into the plan of all.</summary>
/// <param name="Holders">What runs on the host's GPU under a lease, with what this plan has started so far.</param>
internal sealed record ContainerDraft(PlanDraft Plan, ContainerScene Scene, List<LeaseHolder> Holders, DateTimeOffset Now)
{
    /// <summary>Why nothing may serve there yet: a name would lead to a server without a login.</summary>
    public string? WhyShut { get; init; }

    private DesiredRun Wish => Scene.Wish;

    /// <summary>
    /// What somebody did by hand is only said. An edit since then, also “Put right”, makes another specification:
    /// that is the owner's word and no drift. One that was tried and failed is no edit since then.
    /// </summary>
    public bool LeavesDrift => Wish.Container.OnDrift == DriftRule.Notice && (Scene.IsFailed || Scene.Memory?.Hash is not { } known || known == Wish.Hash);

    public void Wait(string why) => Plan.Wait(Wish, why);

    /// <summary>What stands there is as it should be until then.</summary>
    public void WaitForImage(string why) => Plan.WaitForMore(Wish, why);

    public void WaitForService(string why) => Plan.Wait(new DesiredService(Wish.Container), why);

    public void Refuse(string why, string? owner = null) => Plan.Refuse(Wish, why, owner);

    /// <param name="isLeft">It is only said, whatever is done about drift.</param>
    public void Do(ContainerStep step, ChangeKind kind, string what, string reason, bool isDrift = false, FailedVersion? failed = null, bool isLeft = false)
    {
        if (WhyShut is { } shut && Serves(step))
        {
            Wait(shut);
            return;
        }

        var (container, hash) = (Wish.Container, HashAfter(step));
        isLeft |= isDrift && LeavesDrift;
        var key = step is ContainerStep.Pull ? DesiredRun.KeyOf(ContainerView.ImageKind, container) : Wish.Key;
        Plan.Add(new Change
        {
            Kind = kind,
            Key = key,
            OwnerId = Wish.OwnerId,
            Stage = ChangeStage.BuildRoute,
            Description = what,
            Reason = isLeft ? $"{reason}; it is left so" : reason,
            Before = Scene.Current is { } current ? Image(current.Id, current.SpecHash) : null,
            After = Image(null, hash),
            RemoteId = Scene.Current?.Id,
            IsDrift = isDrift,
            LeftBecause = isLeft ? $"{char.ToUpperInvariant(reason[0])}{reason[1..]}. It is left so, as you chose." : null,
            Hint = new ContainerChange(step, container.Host, container.Name, hash, (Scene.Current ?? Scene.Renamed)?.Id, Scene.Previous?.Id, failed, step is ContainerStep.Pull ? ImageOf(Scene) : null).ToJson(),
        });
    }

    private string? HashAfter(ContainerStep step) => step switch
    {
        ContainerStep.Restore => Scene.Previous?.SpecHash,
        // Also where a version that failed was taken back.
        ContainerStep.Start or ContainerStep.Stop => Scene.Current?.SpecHash,
        _ => Wish.Hash,
    };

    public static string ImageOf(ContainerScene scene) => Checking.ImageReference.Parse(scene.Wish.Container.Image, scene.Wish.Container.Digest).Wanted;

    /// <summary>Brings up what is wanted, or makes room for it.</summary>
    private static bool Serves(ContainerStep step) => step is ContainerStep.Create or ContainerStep.Start or ContainerStep.Recreate or ContainerStep.PutAside or ContainerStep.Replace;

    private static JsonObject Image(string? id, string? hash)
    {
        var json = new JsonObject { ["specHash"] = hash };
        if (id is not null)
            json["id"] = id;
        return json;
    }
}
