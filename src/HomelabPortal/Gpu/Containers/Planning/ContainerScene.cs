using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What stands on the host in the matter of one wanted container.</summary>
/// <param name="Current">What bears its name.</param>
/// <param name="Previous">Ours, put aside by a change that is not finished.</param>
/// <param name="Renamed">Ours, under a name that somebody else gave it.</param>
internal sealed record ContainerScene(
    DesiredRun Wish, LiveHost Host, LedgerEntry? Entry, ContainerMemory? Memory, LiveContainer? Current, bool IsOurs, LiveContainer? Previous, LiveContainer? Renamed)
{
    public static ContainerScene Of(DesiredRun wish, LiveHost host, LedgerEntry? entry, string instance)
    {
        var memory = ContainerMemory.Of(entry);
        var (id, name) = (wish.OwnerId, wish.Container.Name);
        var known = host.Containers.Where(container => container.IsMarkedFor(instance, id) && IsKnown(container, entry, memory)).ToList();
        var current = host.Find(name);
        // Made just before a crash: the mark, the name and the very specification say that it is ours.
        var isOurs = current is not null && current.IsMarkedFor(instance, id) && (IsKnown(current, entry, memory) || current.SpecHash == wish.Hash);
        return new ContainerScene(
            wish, host, entry, memory, current, isOurs,
            known.FirstOrDefault(container => PreviousName.IsOf(container.Name, name)) ?? Adopted(wish, host),
            known.FirstOrDefault(container => container.Name != name && !PreviousName.IsOf(container.Name, name)));
    }

    /// <summary>It is between two versions: nobody takes its place on the GPU meanwhile.</summary>
    public bool IsBetweenVersions => Previous is not null && !Wish.Container.IsStopped;

    public bool IsFailed => Memory?.Failed?.Hash == Wish.Hash;

    /// <summary>A foreign container that the owner said to replace, already put aside.</summary>
    private static LiveContainer? Adopted(DesiredRun wish, LiveHost host) =>
        host.FindId(wish.Container.AdoptedId) is { } adopted && PreviousName.IsOf(adopted.Name, wish.Container.Name) ? adopted : null;

    private static bool IsKnown(LiveContainer container, LedgerEntry? entry, ContainerMemory? memory) =>
        container.Id == entry?.RemoteId || container.Id == memory?.Previous;
}
