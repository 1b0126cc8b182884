using System.Net.Sockets;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Opens a TCP connection and closes it again: the cheapest question that only a living server answers.</summary>
internal sealed class AddressProbe(TimeProvider time)
{
    public async Task<ProbeResult> TryAsync(ProbeTarget target, TimeSpan within, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => limit.Cancel(), null, within, Timeout.InfiniteTimeSpan);
        var (at, start) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(target.Host, target.Port, limit.Token);
            return new ProbeResult(target.ToString(), at, time.GetElapsedTime(start), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeResult(target.ToString(), at, null, $"{target} did not answer within {within.TotalSeconds:0.#} seconds.");
        }
        catch (SocketException fault)
        {
            return new ProbeResult(target.ToString(), at, null, Words(target, fault.SocketErrorCode));
        }
    }

    private static string Words(ProbeTarget target, SocketError error) => error switch
    {
        SocketError.ConnectionRefused => $"{target} refuses connections: the machine is there, but nothing listens.",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"The name {target.Host} is not known.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"There is no way to {target.Host}.",
        _ => $"{target} cannot be connected to ({error}).",
    };
}
