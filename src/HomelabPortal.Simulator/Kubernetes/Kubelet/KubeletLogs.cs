using System.Collections.Concurrent;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>The logs of all containers, as kubelets keep and serve them.</summary>
public sealed class KubeletLogs(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Namespace, string Pod, string Container), ContainerLog> _logs = new();

    /// <summary>The container's log, begun when there is none: from then on the container counts as started.</summary>
    public ContainerLog Of(string ns, string pod, string container) => _logs.GetOrAdd((ns, pod, container), _ => new ContainerLog());

    /// <summary>The pod and its logs are gone; those who follow them come to an end.</summary>
    public void Remove(string ns, string pod)
    {
        foreach (var key in _logs.Keys.Where(key => (key.Namespace, key.Pod) == (ns, pod)))
        {
            if (_logs.TryRemove(key, out var log)) log.End();
        }
    }

    /// <summary>Answers <c>/containerLogs/{namespace}/{pod}/{container}</c>.</summary>
    /// <exception cref="KubeletException">There is no such log, or the query is wrong; nothing was sent.</exception>
    public async Task ServeAsync(HttpContext context, string ns, string pod, string container, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = LogQuery.Parse(context.Request.Query, time.GetUtcNow());
        if (!_logs.TryGetValue((ns, pod, container), out var log))
            throw new KubeletException(400, $"container \"{container}\" in pod \"{pod}\" is waiting to start: ContainerCreating");
        var instance = !query.Previous ? log.Current
            : log.Previous ?? throw new KubeletException(400, $"previous terminated container \"{container}\" in pod \"{pod}\" not found");
        context.Response.ContentType = "text/plain";
        await new LogAnswer(query, context.Response.BodyWriter, time).SendAsync(log, instance, cancellationToken);
    }
}
