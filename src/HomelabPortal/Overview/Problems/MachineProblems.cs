using HomelabPortal.Cluster.Health;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Machines beside the cluster: those out of sight, their containers that fail, and GPUs that a container has lost.
/// A container that ended by itself may have been stopped on purpose, and nothing is said of what cannot be seen.
/// </summary>
internal static class MachineProblems
{
    public static IEnumerable<Problem> Find(LabScene scene) => scene.Docker.Hosts.SelectMany(OfHost).Concat(
        from host in scene.Gpus.Hosts
        where host.LostIn.Length > 0
        select new Problem(HealthState.Degraded, $"{host.LostIn[0]} has lost its GPU", HostWords.Lost(host.LostIn), PageOf(host.Host, host.LostIn[0]), null));

    private static IEnumerable<Problem> OfHost(DockerHostState host) => host.Fault is { } fault
        ? [new Problem(HealthState.Unknown, $"{host.Name} cannot be seen", fault, "/gpu", host.AsOf)]
        : host.Containers.Where(container => ContainerHealths.Of(container) == HealthState.Broken)
            .Select(container => new Problem(HealthState.Broken, $"{container.Name} on {host.Name} {What(container)}", $"Docker says: {container.Status}.", PageOf(host.Name, container.Name), null));

    private static string What(DockerContainer container) => container.State switch
    {
        "restarting" => "keeps restarting",
        "dead" => "cannot be removed",
        _ => "fails its health check",
    };

    private static string PageOf(string host, string container) => $"/gpu/hosts/{Uri.EscapeDataString(host)}/containers/{Uri.EscapeDataString(container)}";
}
