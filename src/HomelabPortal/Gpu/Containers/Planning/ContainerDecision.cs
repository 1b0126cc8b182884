using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>Pure: one container, by the table of <see cref="ContainerPlanner"/>.</summary>
internal static class ContainerDecision
{
    private const string TryAgain = "Change it, or try it again.";
    private const string NotStarted = "it was made and not started yet";
    private const string ImageAway = "the image of the new version is not there yet";
    private const string ToRunAgain = "it is to run again";

    public static void Decide(ContainerDraft draft)
    {
        var scene = draft.Scene;
        if (scene.Current is null)
            WithoutCurrent(draft);
        else if (!scene.IsOurs)
            WithForeign(draft, scene.Current);
        else if (scene.Current.SpecHash == scene.Wish.Hash)
            AsWanted(draft, scene.Current);
        else
            OtherVersion(draft, scene.Current);
    }

    private static void WithoutCurrent(ContainerDraft draft)
    {
        var (scene, wish) = (draft.Scene, draft.Scene.Wish);
        var isDrift = scene is { Entry.RemoteId: not null, Previous: null };
        if (scene.Renamed is { } renamed)
            draft.Do(ContainerStep.Rename, ChangeKind.Update, $"name of container {wish.OwnerName}", $"somebody renamed it to {renamed.Name}", isDrift: true);
        else if (scene.Previous is { } previous && (scene.IsFailed || ContainerDrift.IsNone(scene, previous)))
            Restore(draft, scene.IsFailed ? "the new version failed" : "it is the wanted one again", scene.IsFailed ? scene.Memory?.Failed : null);
        else if (scene.Previous is not null && !IsImageThere(scene))
            Restore(draft, ImageAway, null);
        else if (scene.IsFailed)
            draft.Refuse($"{Sentence(scene.Memory!.Failed!.Why)} Nothing was left behind. {TryAgain}");
        else if ((isDrift && draft.LeavesDrift) || HasImage(draft))
            MakeIfItFits(draft, ContainerStep.Create, ChangeKind.Create, ReasonToCreate(scene), isDrift);
    }

    private static string ReasonToCreate(ContainerScene scene) => scene switch
    {
        { Previous: not null } => "the one before it is put aside",
        { Entry.RemoteId: not null } => "somebody removed it",
        _ => "it does not exist yet",
    };

    private static void WithForeign(ContainerDraft draft, LiveContainer foreign)
    {
        var container = draft.Scene.Wish.Container;
        // Whoever else keeps it would make it again, or undo what is done here.
        if (container.AdoptedId == foreign.Id && foreign.Keeper is null)
        {
            if (draft.Scene.IsFailed)
                ForeignAfterFailure(draft, foreign);
            else if (HasImageFor(draft, foreign))
                RenewIfItFits(draft, foreign, ChangeKind.Adopt, "it is taken over: made anew from here, and the old one goes when this one serves");
            return;
        }

        draft.Refuse(
            foreign.Keeper is { } keeper
                ? $"On {container.Host} there is a container {container.Name} that {keeper} looks after. It is left alone. Choose another name, or take it out of there first."
                : $"On {container.Host} there is a container {container.Name} that this portal did not make. It is left alone. Choose another name, or take it over.",
            foreign.Keeper);
    }

    /// <summary>It is somebody else's again: only what the portal stopped is started by it.</summary>
    private static void ForeignAfterFailure(ContainerDraft draft, LiveContainer foreign)
    {
        var how = foreign.IsRunning ? "runs as before" : "is in its place";
        draft.Refuse($"{Sentence(draft.Scene.Memory!.Failed!.Why)} The one that was to be taken over {how}. {TryAgain}");
        if (!draft.Scene.Wish.Container.IsStopped && IsLeftStopped(draft, foreign))
            Start(draft, ToRunAgain, isDrift: false, draft.Scene.Memory.Failed);
    }

    private static void AsWanted(ContainerDraft draft, LiveContainer current)
    {
        var (scene, container) = (draft.Scene, draft.Scene.Wish.Container);
        if (current is { State: "created", Error.Length: > 0 })
            GiveUp(draft, current);
        else if (container.IsStopped)
            Stopped(draft, current);
        else if (scene.Previous is { } previous)
            Prove(draft, current, previous);
        else if (current.State is "created" || current.IsOver)
            StartAgain(draft, current, scene.IsFailed ? scene.Memory?.Failed : null);
        else if (current.IsRunning && ContainerDrift.InLimits(scene, current) is { } difference)
            PutRight(draft, current, difference);
        else if (ServiceGate.WhyNotServing(current) is { } why)
            draft.WaitForService(why);
    }

    private static bool IsLeftStopped(ContainerDraft draft, LiveContainer current) => current.IsOver && draft.Scene.Memory?.AwaitsStart == true;

    private static void PutRight(ContainerDraft draft, LiveContainer current, string difference)
    {
        if (draft.Scene.IsFailed)
            AfterFailure(draft, current);
        else if (draft.LeavesDrift || HasImage(draft))
            Renew(draft, current, ChangeKind.Update, $"somebody changed {difference}", isDrift: true);
    }

    private static void OtherVersion(ContainerDraft draft, LiveContainer current)
    {
        var scene = draft.Scene;
        if (scene.Previous is { } previous && ContainerDrift.IsNone(scene, previous))
            Restore(draft, "it is the wanted one again", null);
        else if (scene.IsFailed)
            AfterFailure(draft, current);
        else if (scene.Previous is not null && !IsImageThere(scene))
            Restore(draft, ImageAway, null);
        else if (!HasImageFor(draft, current))
            return;
        else if (scene.Previous is not null)
            Make(draft, ContainerStep.Replace, ChangeKind.Update, "its specification changed again");
        else
            RenewIfItFits(draft, current, ChangeKind.Update, "its specification changed");
    }

    /// <summary>The old version goes on; whether it runs is still the owner's to say.</summary>
    private static void AfterFailure(ContainerDraft draft, LiveContainer current)
    {
        var (memory, container) = (draft.Scene.Memory!, draft.Scene.Wish.Container);
        draft.Refuse($"{Sentence(memory.Failed!.Why)} The version before it is in its place. {TryAgain}");
        if (container.IsStopped && current.IsRunning)
            draft.Do(ContainerStep.Stop, ChangeKind.Update, Act(draft, "stop"), "it is to be stopped", failed: memory.Failed);
        else if (!container.IsStopped)
            StartAgain(draft, current, memory.Failed);
    }

    /// <summary>
    /// What does not run and should: as drift where it was not the portal that left it so.
    /// One that is never to be started again by itself is only told of when it failed; without a failure it is a job that is done.
    /// </summary>
    private static void StartAgain(ContainerDraft draft, LiveContainer current, FailedVersion? failed)
    {
        if (current.State is "created")
            Start(draft, NotStarted, isDrift: false, failed);
        else if (IsLeftStopped(draft, current))
            Start(draft, ToRunAgain, isDrift: false, failed);
        else if (current.IsOver && ContainerDrift.IsStartedByDocker(draft.Scene.Wish.Container.Restart, current.ExitCode))
            Start(draft, "somebody stopped it", isDrift: true, failed);
        else if (current.IsOver && current.ExitCode != 0)
            draft.Do(ContainerStep.Start, ChangeKind.Update, Act(draft, "start"), $"it ended with code {current.ExitCode}", isDrift: true, failed, isLeft: true);
    }

    /// <summary>The version before it is kept: only one that was started can prove that it serves.</summary>
    private static void Stopped(ContainerDraft draft, LiveContainer current)
    {
        if (current.IsRunning || current.State is "restarting" or "paused")
            draft.Do(ContainerStep.Stop, ChangeKind.Update, Act(draft, "stop"), "it is to be stopped");
        else if (draft.Scene.Previous is { IsRunning: true })
            Quiet(draft);
    }

    private static void Quiet(ContainerDraft draft) =>
        draft.Do(ContainerStep.Quiet, ChangeKind.Update, Act(draft, "stop the version before it"), "Docker started it again");

    private static void Prove(ContainerDraft draft, LiveContainer current, LiveContainer previous)
    {
        if (current.State is "created" || IsLeftStopped(draft, current))
        {
            Start(draft, current.IsOver ? ToRunAgain : NotStarted, isDrift: false);
            return;
        }

        switch (ServiceGate.Judge(current, draft.Scene.Memory?.StartedAt, draft.Now))
        {
            case ServiceGate.Verdict.Proved:
                Finish(draft, "the new version serves");
                break;
            case ServiceGate.Verdict.Failed:
                var why = ServiceGate.Why(current);
                Restore(draft, $"the new version failed: {why}", new FailedVersion(draft.Scene.Wish.Hash, $"The new version was taken back: {why}."));
                break;
            default:
                if (previous.IsRunning)
                    Quiet(draft);
                draft.WaitForService("The new version has to prove that it serves. The one before it is kept until then.");
                break;
        }
    }

    /// <summary>A start that failed leaves nothing behind.</summary>
    private static void GiveUp(ContainerDraft draft, LiveContainer current)
    {
        var failed = new FailedVersion(draft.Scene.Wish.Hash, RunWords.Ended(current));
        Restore(draft, "its start failed", failed);
    }

    private static void Restore(ContainerDraft draft, string reason, FailedVersion? failed) => draft.Do(
        ContainerStep.Restore, ChangeKind.Update,
        Act(draft, draft.Scene.Previous is null ? "remove what did not start" : "back to the version before it"),
        reason, failed: failed);

    private static void Finish(ContainerDraft draft, string reason) =>
        draft.Do(ContainerStep.Finish, ChangeKind.Update, Act(draft, "remove the version before it"), reason);

    private static void Start(ContainerDraft draft, string reason, bool isDrift, FailedVersion? failed = null)
    {
        if ((isDrift && draft.LeavesDrift) || ContainerRoom.Fits(draft, ref reason))
            draft.Do(ContainerStep.Start, ChangeKind.Update, Act(draft, "start"), reason, isDrift, failed);
    }

    private static void RenewIfItFits(ContainerDraft draft, LiveContainer current, ChangeKind kind, string reason)
    {
        if (ContainerRoom.Fits(draft, ref reason))
            Renew(draft, current, kind, reason);
    }

    /// <summary>Makes another in place of one that stands: in two steps where the memory that this one gives back can be waited for.</summary>
    private static void Renew(ContainerDraft draft, LiveContainer current, ChangeKind kind, string reason, bool isDrift = false)
    {
        var container = draft.Scene.Wish.Container;
        if (current.HoldsPlace && !container.IsStopped && MemoryGate.CanTell(container, draft.Scene.Host.Gpus, draft.Now))
            Make(draft, ContainerStep.PutAside, kind, $"{reason}; the present one is stopped, and the new one starts when its video memory is free", isDrift);
        else
            Make(draft, ContainerStep.Recreate, kind, reason, isDrift);
    }

    private static void MakeIfItFits(ContainerDraft draft, ContainerStep step, ChangeKind kind, string reason, bool isDrift = false)
    {
        if ((isDrift && draft.LeavesDrift) || ContainerRoom.Fits(draft, ref reason))
            Make(draft, step, kind, reason, isDrift);
    }

    private static void Make(ContainerDraft draft, ContainerStep step, ChangeKind kind, string reason, bool isDrift = false) =>
        draft.Do(step, kind, $"container {draft.Scene.Wish.OwnerName} from {ContainerDraft.ImageOf(draft.Scene)}", reason, isDrift);

    private static string Act(ContainerDraft draft, string what) => $"container {draft.Scene.Wish.OwnerName}: {what}";

    private static bool IsImageThere(ContainerScene scene) => scene.Host.Images.Contains(ContainerDraft.ImageOf(scene));

    /// <summary>Until it has, what stands in its place serves, if the portal left it stopped.</summary>
    private static bool HasImageFor(ContainerDraft draft, LiveContainer current)
    {
        var hasImage = HasImage(draft);
        if (!hasImage && !draft.Scene.Wish.Container.IsStopped && IsLeftStopped(draft, current))
            Start(draft, ToRunAgain, isDrift: false);
        return hasImage;
    }

    private static bool HasImage(ContainerDraft draft)
    {
        var (host, image) = (draft.Scene.Host, ContainerDraft.ImageOf(draft.Scene));
        if (host.Images.Contains(image))
            return true;
        switch (host.Pulls.GetValueOrDefault(image))
        {
            case { IsGoing: true } pull:
                draft.WaitForImage(RunWords.Pulling(pull));
                break;
            case { NeedsPerson: true, MayRetry: false } pull:
                draft.Refuse($"{image} could not be pulled: {Sentence(pull.Why)} {TryAgain}");
                break;
            case { MayRetry: false } pull:
                draft.WaitForImage($"{image} could not be pulled: {Sentence(pull.Why)} It is tried again soon.");
                break;
            default:
                draft.Do(ContainerStep.Pull, ChangeKind.Create, $"image {image} on {host.Name}", "it is not there yet");
                draft.WaitForImage("It is made when its image is there.");
                break;
        }

        return false;
    }

    /// <summary>What Docker says does not always end as a sentence does.</summary>
    private static string Sentence(string? text) => text is [.., '.'] ? text : $"{text}.";
}
