using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>Finds what gives a pod rights beyond its containers, and what restrains it.</summary>
internal static class SecurityNotes
{
    /// <summary>Rights over the node or over the whole machine's network.</summary>
    private static readonly string[] _strong = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "NET_ADMIN", "DAC_READ_SEARCH", "BPF"];

    public static IReadOnlyList<SecurityNote> Of(PodSpec pod)
    {
        var containers = pod.InitContainers.Concat(pod.Containers).ToList();
        return [.. Node(pod), .. containers.SelectMany(Rights), User(pod, containers), .. Token(pod)];
    }

    private static IEnumerable<SecurityNote> Node(PodSpec pod)
    {
        if (pod.HostNetwork)
            yield return new SecurityNote(HealthState.Degraded, "Network of the node", "It has the addresses and ports of its node, and no network policy holds for it.");
        if (pod.HostPid)
            yield return new SecurityNote(HealthState.Degraded, "Processes of the node", "It sees every process of its node.");
        if (pod.HostIpc)
            yield return new SecurityNote(HealthState.Degraded, "Memory of the node", "It shares memory and semaphores with its node.");
        if (pod.Volumes.Where(volume => volume.Kind == "hostPath").Select(volume => volume.Source).ToList() is { Count: > 0 } paths)
            yield return new SecurityNote(HealthState.Degraded, "Folders of the node", $"It reaches {string.Join(", ", paths)} of its node.");
    }

    private static IEnumerable<SecurityNote> Rights(Container container)
    {
        if (container.SecurityContext.Privileged == true)
            yield return new SecurityNote(HealthState.Degraded, "Privileged", $"{container.Name} can do anything on its node.");
        else if (container.SecurityContext.Capabilities?.Add is { Count: > 0 } added)
            yield return new SecurityNote(added.Any(_strong.Contains) ? HealthState.Degraded : HealthState.Off, "More rights", $"{container.Name} is given {string.Join(", ", added)}.");
    }

    private static SecurityNote User(PodSpec pod, IReadOnlyList<Container> containers)
    {
        var roots = containers.Where(container => MayBeRoot(pod.SecurityContext, container.SecurityContext)).Select(container => container.Name).ToList();
        return roots.Count == 0
            ? new SecurityNote(HealthState.Healthy, "Not root", "No container of it may run as root.")
            : new SecurityNote(HealthState.Off, "May be root", roots.Count == containers.Count ? "Nothing keeps its containers from running as root." : $"Nothing keeps {string.Join(", ", roots)} from running as root.");
    }

    /// <summary>What a container says of itself goes before what its pod says.</summary>
    private static bool MayBeRoot(SecurityContext pod, SecurityContext container) =>
        (container.RunAsUser ?? pod.RunAsUser) is { } user ? user == 0 : (container.RunAsNonRoot ?? pod.RunAsNonRoot) != true;

    private static IEnumerable<SecurityNote> Token(PodSpec pod)
    {
        // Admission adds the volume where the account or the pod asks for it, so what counts is whether it is there.
        if (pod.Volumes.Any(volume => volume.Name == "kube-api-access"))
            yield return new SecurityNote(HealthState.Off, "Can talk to the cluster", $"It holds a token of service account {(pod.ServiceAccountName.Length > 0 ? pod.ServiceAccountName : "default")}.");
    }
}
