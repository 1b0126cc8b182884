using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>How far a container has come, as its pod says.</summary>
internal sealed record RunStand
{
    public int Restarts { get; private init; }

    /// <summary>No run of it has written anything, so there is no log.</summary>
    public bool NeverStarted { get; private init; }

    /// <summary>The latest run has ended.</summary>
    public bool IsOver { get; private init; }

    /// <summary>There will be no further run.</summary>
    public bool IsFinal { get; private init; }

    /// <summary>Why it waits.</summary>
    public string Reason { get; private init; } = "";

    public DateTimeOffset? StartedAt { get; private init; }

    /// <summary>Of the latest run that ended.</summary>
    public ContainerTerminated? HowItEnded { get; private init; }

    public static RunStand Of(Pod pod, string container)
    {
        var isFinal = pod.Status.Phase is "Succeeded" or "Failed";
        var status = pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses).FirstOrDefault(status => status.Name == container);
        if (status is null)
            return new() { NeverStarted = true, IsFinal = isFinal, Reason = "not started" };
        var (state, last) = (status.State, status.LastState.Terminated);
        return new()
        {
            Restarts = status.RestartCount,
            NeverStarted = state.Running is null && state.Terminated is null && last is null,
            IsOver = state.Running is null,
            IsFinal = isFinal,
            Reason = state.Waiting is { Reason.Length: > 0 } waiting ? waiting.Reason : "not started",
            StartedAt = state.Running?.StartedAt ?? (state.Running is null ? state.Terminated ?? last : null)?.StartedAt,
            HowItEnded = state.Terminated ?? last,
        };
    }
}
