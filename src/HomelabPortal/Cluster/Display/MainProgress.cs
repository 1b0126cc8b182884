using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>How a pod's ordinary containers are.</summary>
internal readonly record struct MainProgress(string Reason, int Ready, int Restarts, DateTimeOffset? LastRestart)
{
    public static MainProgress Of(PodStatus pod, string reason)
    {
        var error = "";
        var (ready, restarts) = (0, 0);
        DateTimeOffset? last = null;
        // From last to first, so that the first container with something to say wins.
        foreach (var status in pod.ContainerStatuses.Reverse())
        {
            restarts += status.RestartCount;
            last = PodDisplay.Later(last, status.LastState.Terminated?.FinishedAt);
            if (status.State.Waiting is { Reason.Length: > 0 } waiting)
                reason = waiting.Reason;
            else if (status.State.Terminated is { } ended)
            {
                reason = PodDisplay.Reason(ended);
                if (ended.ExitCode != 0)
                    error = reason;
            }
            else if (status.Ready && status.State.Running is not null)
                ready++;
        }

        if (reason == "Completed")
            reason = WhenCompleted(pod, ready > 0, error);
        return new MainProgress(reason, ready, restarts, last);
    }

    /// <summary>One container may have completed while another still runs or has failed.</summary>
    private static string WhenCompleted(PodStatus pod, bool hasRunning, string error) =>
        hasRunning && pod.Conditions.IsTrue("Ready") ? "Running"
        : error.Length > 0 ? error
        : hasRunning ? "NotReady"
        : "Completed";
}
