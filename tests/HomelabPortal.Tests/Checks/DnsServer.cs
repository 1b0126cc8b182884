using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using HomelabPortal.Checks.Asking;

namespace HomelabPortal.Tests.Checks;

/// <summary>A resolver on loopback that answers every question in the same way, by UDP and by TCP.</summary>
internal sealed class DnsServer : IDisposable
{
    private readonly UdpClient _udp = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _closed = new();

    /// <param name="answer">Makes the answer to a question; it is told whether that came by TCP.</param>
    public DnsServer(Func<byte[], bool, byte[]> answer)
    {
        Place = (IPEndPoint)_udp.Client.LocalEndPoint!;
        _tcp = new TcpListener(Place);
        _tcp.Start();
        _ = ServeUdpAsync(answer);
        _ = ServeTcpAsync(answer);
    }

    public IPEndPoint Place { get; }

    public static byte[] Answer(byte[] question, ushort type, params byte[][] data)
    {
        var message = new List<byte>(question);
        (message[2], message[3], message[7]) = (0x81, 0x80, (byte)data.Length);
        foreach (var one in data)
            message.AddRange([0xc0, 12, (byte)(type >> 8), (byte)type, 0, 1, 0, 0, 0, 60, (byte)(one.Length >> 8), (byte)one.Length, .. one]);
        return [.. message];
    }

    public static byte[] Error(byte[] question, byte code)
    {
        var message = (byte[])question.Clone();
        (message[2], message[3]) = (0x81, (byte)(0x80 | code));
        return message;
    }

    public static byte[] Cut(byte[] question)
    {
        var message = (byte[])question.Clone();
        (message[2], message[3]) = (0x83, 0x80);
        return message;
    }

    public void Dispose()
    {
        _closed.Cancel();
        _udp.Dispose();
        _tcp.Dispose();
        _closed.Dispose();
    }

    private async Task ServeUdpAsync(Func<byte[], bool, byte[]> answer)
    {
        try
        {
            while (true)
            {
                var got = await _udp.ReceiveAsync(_closed.Token);
                await _udp.SendAsync(answer(got.Buffer, false), got.RemoteEndPoint, _closed.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeTcpAsync(Func<byte[], bool, byte[]> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _tcp.AcceptTcpClientAsync(_closed.Token);
                var stream = client.GetStream();
                var head = new byte[2];
                await stream.ReadExactlyAsync(head, _closed.Token);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
                await stream.ReadExactlyAsync(question, _closed.Token);
                var reply = answer(question, true);
                await stream.WriteAsync(new byte[] { (byte)(reply.Length >> 8), (byte)reply.Length }.Concat(reply).ToArray(), _closed.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }
}
