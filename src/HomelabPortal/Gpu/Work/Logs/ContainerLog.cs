using System.Runtime.CompilerServices;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>The log of one real container. What is secret is found out anew at every reading.</summary>
internal sealed class ContainerLog(DockerClient client, Live<DockerState> live, KnownSecrets known, string host, string id, TimeProvider time) : IContainerLog
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);
    private SecretMask _mask = SecretMask.None;

    public string Masked(string text) => _mask.Apply(text);

    public async Task<ContainerStand?> LookAsync(CancellationToken cancellationToken)
    {
        if (await client.DescribeContainerAsync(id, cancellationToken) is not { } found)
            return null;
        (_mask, _) = await known.OfAsync(found.Json, cancellationToken);
        return ContainerStand.Of(found.Details.State);
    }

    public async IAsyncEnumerable<LogLine> ReadAsync(LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in client.LogsAsync(id, options, cancellationToken))
            yield return line;
    }

    /// <summary>The list of the host's containers is always watched, and asks nothing of the engine.</summary>
    public async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(_longestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            var before = Now();
            await foreach (var _ in live.WatchAsync(either.Token))
            {
                if (Now() != before)
                    return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was seen to change; look all the same.
        }
    }

    private string? Now() => live.Current.Value.Hosts.FirstOrDefault(one => one.Name == host)?.Containers.FirstOrDefault(container => container.Id == id)?.State;
}
