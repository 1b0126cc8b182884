using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates.Checking;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>What people do once about versions; which one is wanted is an edit.</summary>
internal sealed class UpdateActs(ImageWatch watch, ActionRunner runner)
{
    public Task<ActionOutcome> CheckAsync(DesiredContainer container, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.EditContainers, $"Ask for a new version of the container {container.Place}", actor, token => watch.CheckNowAsync(container, token), cancellationToken);
}
