using System.Net;
using System.Net.Sockets;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Asking;

/// <summary>Sends echoes, one a second, until one comes back.</summary>
internal sealed class PingAsker(CheckNetwork network, EchoSockets sockets, Random random, TimeProvider time)
{
    public const string NotAllowed =
        "The portal's machine does not let it ping. Let its group do so (sysctl net.ipv4.ping_group_range=\"0 2147483647\"), or give the container the capability NET_RAW.";

    private const int TokenLength = 16;
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    public async Task<CheckAnswer> AskAsync(PingQuestion question, CancellationToken cancellationToken)
    {
        var address = (await network.ResolveAsync(question.Host, cancellationToken))[0];
        using var socket = sockets.Open(address.AddressFamily);
        if (socket is null)
            return CheckAnswer.Unknown(NotAllowed);
        try
        {
            return await EchoAsync(socket, address, cancellationToken);
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode == SocketError.AccessDenied ? CheckAnswer.Unknown(NotAllowed) : SocketWords.Of(fault.SocketErrorCode);
        }
    }

    private async Task<CheckAnswer> EchoAsync(Socket socket, IPAddress address, CancellationToken cancellationToken)
    {
        var (token, buffer) = (new byte[TokenLength], new byte[1500]);
        var any = new IPEndPoint(address.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        for (ushort sequence = 1; ; sequence++)
        {
            lock (random)
                random.NextBytes(token);
            var began = time.GetTimestamp();
            await socket.SendToAsync(Echo.Ask(address.AddressFamily, sequence, token), new IPEndPoint(address, 0), cancellationToken);
            using var wait = new CancellationTokenSource(_again, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
            try
            {
                while (true)
                {
                    var got = await socket.ReceiveFromAsync(buffer, any, both.Token);
                    if (Echo.IsAnswer(address.AddressFamily, buffer.AsSpan(0, got.ReceivedBytes), token))
                        return CheckAnswer.Up(sequence == 1 ? "It answers." : $"It answers; {sequence - 1} of {sequence} echoes were lost.", time.GetElapsedTime(began));
                }
            }
            catch (OperationCanceledException) when (wait.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // Lost; the next one may not be.
            }
        }
    }
}
