using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// Pure: whether an interrupted change took effect, from what stands on the host.
/// <code>
/// to be removed             neither of its containers is there, or a foreign one bears its name again: done
/// failed version given up   the one aside bears the name again, or nothing bears it: done, with the reason and with what is still aside
/// to be put aside           it bears the name of one that is, and nothing is in its place: done
/// any other                 what bears the name is marked for it and made from what was to stand there: done
/// else                      not done; planning begins with what is there
/// </code>
/// A container that was made and not started is done too: starting it is what the next plan does.
/// </summary>
internal static class ContainerReadBack
{
    public static ReadBack Of(Change change, LiveHost host, string instance, DateTimeOffset now)
    {
        var act = ContainerChange.Of(change);
        if (act.Step is ContainerStep.Pull)
            return act.Image is { } image && (host.Images.Contains(image) || host.Pulls.ContainsKey(image)) ? ReadBack.Gone : ReadBack.NotDone;
        var current = host.Find(act.Name);
        if (act.Step is ContainerStep.Remove)
            return host.FindId(act.CurrentId) is null && (host.FindId(act.PreviousId) is not { } lent || IsGivenBack(lent, act, change, instance)) ? ReadBack.Gone : ReadBack.NotDone;
        if (act.Step is ContainerStep.PutAside)
            return current is null && host.FindId(act.CurrentId) is { } away && PreviousName.IsOf(away.Name, act.Name)
                ? ReadBack.Done(new ContainerMemory(act.Host, act.Name, Previous: away.Id).ToEntry(change, null))
                : ReadBack.NotDone;
        var isOurs = current?.IsMarkedFor(instance, change.OwnerId) == true;
        if (act.Step is ContainerStep.Restore)
            return Restored(change, act, host, isOurs, now);
        if (current is null || !isOurs || current.SpecHash != act.Hash)
            return ReadBack.NotDone;
        var aside = host.Containers.FirstOrDefault(container => PreviousName.IsOf(container.Name, act.Name) && (container.Id == act.PreviousId || container.Id == act.CurrentId));
        var awaitsStart = act.Step is ContainerStep.Stop && !current.IsRunning;
        return ReadBack.Done(new ContainerMemory(act.Host, act.Name, current.SpecHash, now, aside?.Id, act.Failed, awaitsStart).ToEntry(change, current.Id));
    }

    private static bool IsGivenBack(LiveContainer lent, ContainerChange act, Change change, string instance) =>
        lent.Name == act.Name && !lent.IsMarkedFor(instance, change.OwnerId);

    private static ReadBack Restored(Change change, ContainerChange act, LiveHost host, bool isOurs, DateTimeOffset now)
    {
        var current = host.Find(act.Name);
        // The verdict stays known before the one aside has its name back: the new one is not made and judged once more.
        if (current is null && host.FindId(act.PreviousId) is { } aside && PreviousName.IsOf(aside.Name, act.Name))
            return ReadBack.Done(new ContainerMemory(act.Host, act.Name, Previous: aside.Id, Failed: act.Failed).ToEntry(change, null));
        if (current?.Id != act.PreviousId)
            return ReadBack.NotDone;
        var awaitsStart = current is { IsRunning: false };
        return ReadBack.Done(isOurs
            ? new ContainerMemory(act.Host, act.Name, current!.SpecHash, now, null, act.Failed, awaitsStart).ToEntry(change, current.Id)
            : new ContainerMemory(act.Host, act.Name, Failed: act.Failed, AwaitsStart: awaitsStart).ToEntry(change, null));
    }
}
