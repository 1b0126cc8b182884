using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Whether a shell can be opened, as far as the watched state tells. The page and the endpoint ask the same.</summary>
internal static class ShellChecks
{
    public static ShellRefusal? WhyNot(ShellOptions options, ClusterState state, string ns, string pod) => (options.Enabled, state.IsConnected) switch
    {
        (false, _) => new ShellRefusal(ShellRefusalKind.SwitchedOff, ShellOptions.SwitchedOff),
        (_, false) => new ShellRefusal(ShellRefusalKind.NotConnected, state.Help ?? "Kubernetes is not connected."),
        _ when state.Pods.Find(ns, pod) is null => new ShellRefusal(ShellRefusalKind.NoSuchPod, $"{ns} has no pod {pod} now. Pods get a new name whenever they are replaced."),
        _ => null,
    };

    public static ShellRefusal? WhyNot(Pod pod, string? container)
    {
        var targets = ShellTarget.Of(pod);
        return ShellTarget.Choose(targets, container) switch
        {
            null => new ShellRefusal(ShellRefusalKind.NoSuchContainer, $"The pod has no container {container}. It has {string.Join(", ", targets.Select(target => target.Container))}."),
            { WhyNot: { } why } => new ShellRefusal(ShellRefusalKind.NotRunning, why),
            _ => null,
        };
    }
}
