using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Watching;

/// <summary>
/// Asks the API server for its version every few seconds. A watch of a quiet kind is silent for minutes whether the server lives or not;
/// this tells the two apart, confirms what the watches last said, and notices upgrades.
/// </summary>
internal sealed class ServerPulse(KubernetesClient client, Action answered, Action recovered, TimeProvider time)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    /// <summary>Two of these and the pauses between them stay below fifteen seconds.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    private volatile string? _version;
    private volatile string? _fault;
    private int _failures;

    /// <summary>As the server said last; null before its first answer.</summary>
    public string? Version => _version;

    /// <summary>Why nothing that is shown can be confirmed now; null while the server answers, if only to refuse.</summary>
    public string? Fault => _fault;

    /// <summary>Runs until cancelled; never throws but for that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await BeatAsync(cancellationToken);
            await Task.Delay(_failures == 0 ? _every : _again, time, cancellationToken);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            _version = (await client.GetVersionAsync(either.Token)).GitVersion;
            var hadFailed = _failures > 0;
            (_failures, _fault) = (0, null);
            if (hadFailed)
                recovered();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            _failures++;
            // Once may be a hiccup of the network; and who answers with an error answers.
            if (fault is KubernetesApiException { Kind: not (KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout) })
                _fault = null;
            else if (_failures > 1)
                _fault = fault is OperationCanceledException ? $"The API server at {client.Connection.Server.Authority} does not answer." : fault.Message;
            else
                return;
        }

        answered();
    }
}
