using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A loopback port here that leads to a loopback port inside another process's network namespace.</summary>
internal sealed class NetworkNamespaceRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _processId;
    private readonly int _innerPort;
    private readonly Task _accepting;

    public NetworkNamespaceRelay(int processId, int innerPort)
    {
        _processId = processId;
        _innerPort = innerPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        while (true)
        {
            try
            {
                relays.Add(RelayAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                await Task.WhenAll(relays);
                return;
            }
        }
    }

    private async Task RelayAsync(Socket outer)
    {
        using var near = new NetworkStream(outer, ownsSocket: true);
        try
        {
            using var far = new NetworkStream(await DialInsideAsync(), ownsSocket: true);
            await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
        }
        catch (SocketException)
        {
            // Nothing listens inside: the near end sees its connection closed, as it would without a relay.
        }
    }

    private Task<Socket> DialInsideAsync() => NetworkNamespace.MakeAsync(_processId, () =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, _innerPort);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    });
}
