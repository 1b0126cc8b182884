using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>
/// A loopback port here that leads to a loopback port inside another process's network namespace.
/// A socket belongs to the namespace of the thread that made it, so each connection is dialled by a thread that first moves over and then ends.
/// </summary>
internal sealed partial class NetworkNamespaceRelay : IAsyncDisposable
{
    private const int NewNetworkNamespace = 0x40000000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _namespacePath;
    private readonly int _innerPort;
    private readonly Task _accepting;

    public NetworkNamespaceRelay(int processId, int innerPort)
    {
        _namespacePath = $"/proc/{processId}/ns/net";
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

    private Task<Socket> DialInsideAsync()
    {
        var dialled = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                dialled.SetResult(DialInside());
            }
            catch (Exception exception)
            {
                dialled.SetException(exception);
            }
        }).Start();
        return dialled.Task;
    }

    private Socket DialInside()
    {
        using var handle = File.OpenHandle(_namespacePath);
        if (EnterNamespace((int)handle.DangerousGetHandle(), NewNetworkNamespace) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"setns {_namespacePath}");
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
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int EnterNamespace(int descriptor, int kind);
}
