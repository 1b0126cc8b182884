using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>What people do once to a container of ours; what is to stay so is an edit.</summary>
internal sealed class ContainerActs(IReadOnlyList<DockerHost> hosts, DesiredStore desired, ActionRunner runner, Signal look)
{
    /// <summary>Restarts what bears the name, if it is ours and runs.</summary>
    public Task<ActionOutcome> RestartAsync(DesiredContainer container, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.EditContainers,
        $"Restart the container {container.Place}",
        actor,
        async token =>
        {
            try
            {
                var client = hosts.FirstOrDefault(host => host.Name == container.Host)?.Client
                    ?? throw new DesiredConflictException($"There is no Docker host {container.Host} in the settings.");
                var there = await client.InspectContainerAsync(container.Name, token);
                if (there?.Config?.Labels is not { } labels || labels.GetValueOrDefault(ContainerLabels.Managed) != desired.Current.Instance
                    || labels.GetValueOrDefault(ContainerLabels.App) != container.Id || there.State is not { Running: true })
                    throw new DesiredConflictException($"{container.Place} does not run, so it cannot be restarted. Start it.");
                await client.RestartAsync(there.Id, null, token);
                look.Raise();
            }
            catch (DockerApiException fault)
            {
                throw new TargetException(DockerFaults.Of(fault), fault);
            }
        },
        cancellationToken);
}
