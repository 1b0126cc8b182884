using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What happens to one container's log while it is followed.</summary>
internal abstract record LogEvent
{
    private LogEvent() { }

    public sealed record Line(PodLogLine Content) : LogEvent;

    /// <summary>Lines between the two may be missing: they were gone before they could be read.</summary>
    /// <param name="From">The line shown last; null when none was.</param>
    /// <param name="To">The next one that could be read; null when there is none yet.</param>
    public sealed record Gap(LogTime? From, LogTime? To) : LogEvent;

    /// <summary>The container begins anew; the lines before are of the run that ended.</summary>
    public sealed record Restarted(ContainerTerminated? How) : LogEvent;

    /// <summary>The container has ended and everything it wrote was shown.</summary>
    public sealed record Ended(ContainerTerminated? How) : LogEvent;

    /// <summary>It is there no more, or another one has its name.</summary>
    /// <param name="What">"pod".</param>
    public sealed record Gone(string What) : LogEvent;

    /// <summary>The container has not started; it is looked at again.</summary>
    public sealed record Waiting(string Reason) : LogEvent;

    /// <summary>The log cannot be read at this moment; it is tried again.</summary>
    /// <param name="Words">Why, and what can be done.</param>
    public sealed record Trouble(string Words) : LogEvent;

    /// <summary>After <see cref="Trouble"/> or <see cref="Waiting"/>: it is read again.</summary>
    public sealed record Reading : LogEvent;

    /// <summary>A word of the kubelet or the engine in place of a line.</summary>
    public sealed record Notice(string Text) : LogEvent;
}
