using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>A container, and whether a shell can be opened in it.</summary>
/// <param name="WhyNot">Null when it runs.</param>
internal sealed record ShellTarget(string Container, string? WhyNot)
{
    private const string MainContainer = "kubectl.kubernetes.io/default-container";

    /// <summary>The containers of a pod, the one people mean first.</summary>
    public static IReadOnlyList<ShellTarget> Of(Pod pod)
    {
        var statuses = pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses).ToDictionary(status => status.Name);
        var meant = pod.Metadata.Annotations.GetValueOrDefault(MainContainer);
        return
        [
            .. pod.Spec.Containers.OrderByDescending(container => container.Name == meant).Concat(pod.Spec.InitContainers)
                .Select(container => new ShellTarget(container.Name, WhyNotIn(container.Name, statuses.GetValueOrDefault(container.Name)))),
        ];
    }

    /// <summary>The container that is asked for, or else the first that runs.</summary>
    public static ShellTarget? Choose(IReadOnlyList<ShellTarget> targets, string? asked) => string.IsNullOrEmpty(asked)
        ? targets.FirstOrDefault(target => target.WhyNot is null) ?? (targets is [var first, ..] ? first : null)
        : targets.FirstOrDefault(target => target.Container == asked);

    private static string? WhyNotIn(string name, ContainerStatus? status) => status?.State switch
    {
        { Running: not null } => null,
        { Terminated: { } ended } => $"The container {name} has ended with exit code {ended.ExitCode}. A shell needs it to run.",
        { Waiting: { Reason.Length: > 0 } waiting } => $"The container {name} does not run: {waiting.Reason}.",
        _ => $"The container {name} does not run yet.",
    };
}
