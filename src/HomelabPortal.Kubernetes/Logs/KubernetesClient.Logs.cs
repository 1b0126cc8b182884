namespace HomelabPortal.Kubernetes;

public sealed partial class KubernetesClient
{
    /// <summary>
    /// Lines of a container's log (GET pods/log), each with its time, as they come. It ends where the server ends it, which says nothing about
    /// why: the container may have ended, or something on the way. What stands after the last line end comes last, marked as not whole.
    /// A connection that breaks is thrown as <see cref="KubernetesErrorKind.Unreachable"/>, a container that has not started
    /// or has no previous run as <see cref="KubernetesErrorKind.Invalid"/>, a kubelet that is away as <see cref="KubernetesErrorKind.Unavailable"/>.
    /// </summary>
    public IAsyncEnumerable<PodLogLine> ReadLogAsync(string ns, string pod, PodLogOptions options, CancellationToken cancellationToken = default) =>
        PodLogStream.ReadAsync(_transport, ns, pod, options, cancellationToken);
}
