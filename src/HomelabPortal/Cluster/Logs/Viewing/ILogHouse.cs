using HomelabPortal.Cluster.Logs.Following;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>A system whose containers write logs: the cluster, or the Docker hosts beside it. Viewer, download and API are the same for all.</summary>
internal interface ILogHouse
{
    /// <summary>Whether what is asked for is of its kinds at all.</summary>
    bool Knows(LogRequest request);

    /// <summary>Why it cannot be read now, with the status to answer; null when it can.</summary>
    LogRefusal? WhyNot(LogRequest request);

    /// <summary>The containers that belong to it, at once and again whenever that may have changed.</summary>
    IAsyncEnumerable<IReadOnlyList<LogSource>> SourcesAsync(LogRequest request, CancellationToken cancellationToken);

    /// <summary>Follows one of them until its log has come to its end.</summary>
    Task FollowAsync(LogSource source, LogWish wish, Func<LogEvent, Task> tell, CancellationToken cancellationToken);
}
