using System.Runtime.CompilerServices;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>The logs of pods, and of all pods of a workload together.</summary>
internal sealed class ClusterLogs(ClusterSource source, Live<ClusterState> cluster, Random random, TimeProvider time) : ILogHouse
{
    public bool Knows(LogRequest request) => request.Kind == "Pod" || WorkloadKinds.All.Any(kind => kind.Name == request.Kind);

    public LogRefusal? WhyNot(LogRequest request)
    {
        if (source.Client is null)
            return new(StatusCodes.Status503ServiceUnavailable, source.Help);
        if (!LogSources.Exists(cluster.Current.Value, request))
            return new(StatusCodes.Status404NotFound, $"There is no {request.Kind} {request.Namespace}/{request.Name}.");
        return request.Container is { } container && request.Kind == "Pod" && LogSources.Of(cluster.Current.Value, request).Count == 0
            ? new(StatusCodes.Status404NotFound, $"Pod {request.Namespace}/{request.Name} has no container {container}.")
            : null;
    }

    public async IAsyncEnumerable<IReadOnlyList<LogSource>> SourcesAsync(LogRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var live in cluster.WatchAsync(cancellationToken))
            yield return LogSources.Of(live.Value, request);
    }

    public Task FollowAsync(LogSource pod, LogWish wish, Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        var client = source.Client ?? throw new InvalidOperationException("It was asked for though no cluster is connected.");
        var backoff = new Backoff(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(10), random);
        return new LogFollower(new PodLogs(client, cluster, pod, time), wish, backoff, time).RunAsync(tell, cancellationToken);
    }
}
