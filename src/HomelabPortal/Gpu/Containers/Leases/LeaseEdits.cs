using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Pure: the edit that starts a container in the way that was chosen.</summary>
internal static class LeaseEdits
{
    /// <summary>Where nothing may be stopped for it, it queues.</summary>
    public static DesiredEdit Start(DesiredContainer container, StartRoom room, LeaseVerdict verdict, DesiredState desired)
    {
        var started = ContainerEdits.Start(container, anyway: room == StartRoom.Anyway);
        var stopped = room == StartRoom.StopLower ? verdict.MayStop.Select(holder => desired.FindContainer(holder.Id)).OfType<DesiredContainer>().Select(ContainerEdits.Stop).ToList() : [];
        return stopped.Count == 0 ? new DesiredEdit.PutContainer(started) : new DesiredEdit.PutContainers([started, .. stopped]);
    }
}
