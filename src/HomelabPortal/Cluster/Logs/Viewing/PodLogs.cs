using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>The logs of one real pod.</summary>
internal sealed class PodLogs(KubernetesClient client, Live<ClusterState> cluster, LogSource source, TimeProvider time) : ILogSource
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);

    public Task<Pod?> GetPodAsync(CancellationToken cancellationToken) => client.GetAsync(ResourceTypes.Pods, source.Namespace, source.Pod, cancellationToken);

    public IAsyncEnumerable<PodLogLine> ReadAsync(PodLogOptions options, CancellationToken cancellationToken) =>
        client.ReadLogAsync(source.Namespace, source.Pod, options, cancellationToken);

    /// <summary>The watch of the whole cluster sees it first, and asks nothing of the server.</summary>
    public async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(_longestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            var before = Now()?.Metadata.ResourceVersion;
            await foreach (var _ in cluster.WatchAsync(either.Token))
            {
                if (Now()?.Metadata.ResourceVersion != before)
                    return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was seen to change; look all the same.
        }
    }

    private Pod? Now() => cluster.Current.Value.Pods.Find(source.Namespace, source.Pod);
}
