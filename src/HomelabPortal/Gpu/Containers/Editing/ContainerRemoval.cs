using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Takes back the names that lead to a container, each as an act of its own, before the container goes: a name that leads nowhere is never left.</summary>
internal sealed class ContainerRemoval(DesiredActs acts, DesiredStore desired)
{
    public async Task<ActionOutcome> RemoveDoorsAsync(DesiredContainer container, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = new ActionOutcome(0, null);
        foreach (var exposure in ContainerDoor.Of(container.Host, container.Name, desired.Current))
        {
            outcome = await acts.SaveAsync(new DesiredEdit.RemoveExposure(exposure.Id), $"Remove {exposure.Hostname}", actor, cancellationToken);
            if (!outcome.Succeeded)
                break;
        }

        return outcome;
    }
}
