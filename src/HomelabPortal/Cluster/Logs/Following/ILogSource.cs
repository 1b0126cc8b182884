using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>One pod of a cluster, as its logs are read: the real one, or a script of a test.</summary>
internal interface ILogSource
{
    /// <summary>As it is now; null when there is none of that name.</summary>
    Task<Pod?> GetPodAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<PodLogLine> ReadAsync(PodLogOptions options, CancellationToken cancellationToken);

    /// <summary>Until something about the pod may have changed.</summary>
    Task WaitForChangeAsync(CancellationToken cancellationToken);
}
