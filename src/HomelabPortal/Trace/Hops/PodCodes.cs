using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Trace.Hops;

/// <summary>Why a pod does not serve: the code, the words and the remedy.</summary>
internal static class PodCodes
{
    public static string Of(Pod pod, Verdict verdict) => verdict.Word switch
    {
        "ImagePullBackOff" or "ErrImagePull" or "InvalidImageName" or "ErrImageNeverPull" or "RegistryUnavailable" or "ImageInspectError" => "pod.image",
        "Evicted" => "pod.evicted",
        "Pending" or "SchedulingGated" => "pod.pending",
        "Terminating" => "pod.leaving",
        "Unknown" => "pod.silent",
        "ContainerCreating" or "PodInitializing" or "Starting" => "pod.starting",
        "Not ready" => "pod.notready",
        _ when PodFault.LastEnd(pod)?.Reason == "OOMKilled" => "pod.oom",
        "CrashLoopBackOff" or "Keeps crashing" or "Error" or "Restarted" => "pod.crashloop",
        var init when init.StartsWith("Init:", StringComparison.Ordinal) => "pod.init",
        _ => "pod.failed",
    };

    public static string Words(Pod pod, Verdict verdict) => Of(pod, verdict) switch
    {
        "pod.crashloop" => $"it keeps crashing. {verdict.Sentence}".TrimEnd(),
        "pod.oom" => $"it runs out of memory. {verdict.Sentence}".TrimEnd(),
        "pod.silent" => "nobody knows how it is, since its node does not answer.",
        _ when verdict.Sentence.Length > 0 => char.ToLowerInvariant(verdict.Sentence[0]) + verdict.Sentence[1..],
        _ => $"{verdict.Word}.",
    };

    public static string Remedy(Pod pod, Verdict verdict) => Of(pod, verdict) switch
    {
        "pod.image" => "Correct the image's name, or the credentials of its registry.",
        "pod.oom" => "Give it more memory, or find what uses it.",
        "pod.pending" => "See what the scheduler waits for; give it room, or take its demands back.",
        "pod.crashloop" or "pod.init" => "Read the log of its last run, put right what it says, then restart it.",
        "pod.starting" => "Wait; if it stays so, look at its events.",
        "pod.silent" => "Bring its node back.",
        "pod.notready" => "See why its readiness check fails; a restart may help.",
        _ => "Look at its events and its log.",
    };

    /// <summary>Whether starting it anew may help.</summary>
    public static bool IsMendedByRestart(Pod pod, Verdict verdict) => Of(pod, verdict) is "pod.crashloop" or "pod.oom" or "pod.notready";

    public static bool IsCrash(Pod pod) => PodFault.LastEnd(pod) is not null;
}
