using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects.OnDemand;

/// <summary>Looks at the cluster once, because somebody asked, within a time a person waits.</summary>
internal sealed class ClusterReader(ClusterSource source, TimeProvider time)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <param name="rule">What the portal's account needs for it.</param>
    /// <param name="read">Null is "not there".</param>
    public async Task<Reading<T>> ReadAsync<T>(RbacRule rule, Func<KubernetesClient, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (source.Client is not { } client)
            return Reading<T>.Failed(ReadingState.NotConnected, source.Help);
        using var limit = new CancellationTokenSource(_longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await read(client, either.Token) is { } value ? Reading<T>.Of(value) : Reading<T>.Failed(ReadingState.NotFound, "It is not there now.");
        }
        catch (KubernetesApiException fault)
        {
            return Of<T>(fault, rule);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Reading<T>.Failed(ReadingState.Unreachable, $"The cluster did not answer within {_longest.TotalSeconds:0} seconds.");
        }
    }

    private static Reading<T> Of<T>(KubernetesApiException fault, RbacRule rule)
        where T : class => fault.Kind switch
    {
        KubernetesErrorKind.NotFound => Reading<T>.Failed(ReadingState.NotFound, "It is not there now."),
        KubernetesErrorKind.NotInstalled => Reading<T>.Failed(ReadingState.NotInstalled, $"The cluster does not serve {rule.Resource}{(rule.Group.Length == 0 ? "" : $".{rule.Group}")}."),
        KubernetesErrorKind.Forbidden => Reading<T>.Failed(ReadingState.Forbidden, Spoken.Sentence(fault.Message)) with { MissingRule = rule },
        _ => Reading<T>.Failed(ReadingState.Unreachable, Spoken.Sentence(fault.Message)),
    };
}
