using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Gpu.Work.Inspecting;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Work.Acting;

/// <summary>
/// Starts, stops and restarts a container that is not ours, once, because a person says so.
/// What the portal keeps itself is refused here: there the wish is changed, and the plan does the rest.
/// </summary>
internal sealed class ContainerWork(IReadOnlyList<DockerHost> hosts, DesiredStore desired, ActionRunner runner)
{
    /// <summary>What came of it, in words such as "comfyui was stopped already"; the fault in the outcome when nothing came of it.</summary>
    internal sealed record Done(ActionOutcome Outcome, string Said, bool WasAlready);

    public async Task<Done> RunAsync(WorkAct act, string host, string name, Actor actor, CancellationToken cancellationToken)
    {
        var isAlready = false;
        var outcome = await runner.RunAsync(
            Act.EditContainers,
            $"{act.Verb()} the container {host}/{name}",
            actor,
            async token =>
            {
                try
                {
                    isAlready = await DoAsync(act, host, name, token);
                }
                catch (DockerApiException fault)
                {
                    throw new TargetException(DockerFaults.Of(fault), fault);
                }
            },
            cancellationToken);
        return new Done(outcome, outcome.Fault ?? act.Said(name, isAlready), isAlready);
    }

    /// <returns>True when it was so already.</returns>
    private async Task<bool> DoAsync(WorkAct act, string host, string name, CancellationToken cancellationToken)
    {
        var client = hosts.FirstOrDefault(one => one.Name == host)?.Client ?? throw new DesiredConflictException($"There is no Docker host {host} in the settings.");
        var found = await client.InspectContainerAsync(name, cancellationToken);
        if (found is null || GpuProbeSpec.IsOurs(found))
            throw new DesiredConflictException($"{host} has no container {name} now.");
        if (ContainerCares.Of((found.Name ?? "").TrimStart('/'), found.Config?.Labels, desired.Current) is { IsOurs: true })
            throw new DesiredConflictException($"{name} is kept by this portal. Start and stop it on its own page, so that it stays so.");
        switch (act)
        {
            case WorkAct.Start:
                return await client.StartAsync(found.Id, cancellationToken) == StartResult.AlreadyRunning;
            case WorkAct.Stop:
                return await client.StopAsync(found.Id, null, cancellationToken) == StopResult.AlreadyStopped;
            default:
                await client.RestartAsync(found.Id, null, cancellationToken);
                return false;
        }
    }
}
