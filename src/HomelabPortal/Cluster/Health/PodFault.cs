using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Health;

/// <summary>Finds the words for what went wrong in a pod.</summary>
internal static class PodFault
{
    /// <summary>"Exit code 1, 14 restarts in 20 minutes."</summary>
    public static string Sentence(Pod pod, PodCells cells, DateTimeOffset now)
    {
        var waiting = Statuses(pod).Select(status => status.State.Waiting).FirstOrDefault(waiting => waiting is { Reason.Length: > 0 });
        var image = Statuses(pod).FirstOrDefault(status => IsImageFault(status.State.Waiting?.Reason));
        if (image is not null)
            return Spoken.Sentence($"The image {Image(pod, image.Name)} cannot be had: {image.State.Waiting?.Message}");
        if (LastEnd(pod) is { } end)
            return Cells(End(end), cells, pod, now);
        if (waiting is { Message.Length: > 0 })
            return Spoken.Sentence(waiting.Message);
        return pod.Status.Message.Length > 0 ? Spoken.Sentence(pod.Status.Message) : Spoken.Sentence($"Kubernetes reports {cells.Status}");
    }

    /// <summary>The latest end of any container, or null when none has ended with a fault or restarted.</summary>
    public static ContainerTerminated? LastEnd(Pod pod) => Statuses(pod)
        .Select(status => status.State.Terminated ?? status.LastState.Terminated)
        .OfType<ContainerTerminated>()
        .OrderByDescending(end => end.ExitCode != 0).ThenByDescending(end => end.FinishedAt)
        .FirstOrDefault();

    /// <summary>"Exit code 1", "Out of memory", "Stopped by signal 9".</summary>
    public static string End(ContainerTerminated end) => end switch
    {
        { Reason: "OOMKilled" } => "Out of memory",
        { Signal: not 0 } => $"Stopped by signal {end.Signal}",
        { ExitCode: 0 } => "Ended without a fault",
        { ExitCode: 137 } => "Killed (exit code 137)",
        _ => $"Exit code {end.ExitCode}",
    };

    private static string Cells(string end, PodCells cells, Pod pod, DateTimeOffset now)
    {
        if (cells.Restarts == 0)
            return end + ".";
        var restarts = Spoken.Count(cells.Restarts, "restart");
        var age = now - (pod.Status.StartTime ?? pod.Metadata.CreationTimestamp);
        return (cells.Restarts, age, cells.LastRestart) switch
        {
            ( > 1, { TotalDays: < 1 } span, _) => $"{end}, {restarts} in {Spoken.Span(span)}.",
            (_, _, { } last) => $"{end}, {restarts}, the last {Spoken.Span(now - last)} ago.",
            _ => $"{end}, {restarts}.",
        };
    }

    private static bool IsImageFault(string? reason) =>
        reason is "ImagePullBackOff" or "ErrImagePull" or "InvalidImageName" or "ErrImageNeverPull" or "RegistryUnavailable" or "ImageInspectError";

    private static string Image(Pod pod, string container) =>
        pod.Spec.InitContainers.Concat(pod.Spec.Containers).FirstOrDefault(candidate => candidate.Name == container)?.Image ?? container;

    private static IEnumerable<ContainerStatus> Statuses(Pod pod) => pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses);
}
