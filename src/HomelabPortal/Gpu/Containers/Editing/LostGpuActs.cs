using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Gives a container that no longer sees its GPU its GPU back: by a restart, and of no other container.</summary>
internal sealed class LostGpuActs(IReadOnlyList<DockerHost> hosts, DesiredStore desired, Live<GpuState> gpus, ContainerActs acts, ActionRunner runner, GpuAudience audience)
{
    public async Task<ActionOutcome> RestartAsync(string host, string name, Actor actor, CancellationToken cancellationToken)
    {
        var wanted = desired.Current.Containers.FirstOrDefault(container => container.Host == host && container.Name == name);
        var outcome = wanted is null ? await RestartForeignAsync(host, name, actor, cancellationToken) : await acts.RestartAsync(wanted, actor, cancellationToken);
        if (outcome.Succeeded)
            audience.Arrived.Raise();
        return outcome;
    }

    private Task<ActionOutcome> RestartForeignAsync(string host, string name, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.EditContainers,
        $"Restart the container {host}/{name}, which lost its GPU",
        actor,
        async token =>
        {
            var client = hosts.FirstOrDefault(candidate => candidate.Name == host)?.Client ?? throw new DesiredConflictException($"There is no Docker host {host} in the settings.");
            if (gpus.Current.Value.Find(host)?.LostIn.Contains(name) != true)
                throw new DesiredConflictException($"{host}/{name} is not known to have lost its GPU. Somebody else looks after it, so it is left alone.");
            try
            {
                await client.RestartAsync(name, null, token);
            }
            catch (DockerApiException fault)
            {
                throw new TargetException(DockerFaults.Of(fault), fault);
            }
        },
        cancellationToken);
}
