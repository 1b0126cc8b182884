using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Asking;

/// <summary>Asks a resolver, by UDP and where the answer does not fit by TCP.</summary>
internal sealed class DnsAsker(CheckNetwork network, Random random, TimeProvider time)
{
    private const int Port = 53;
    private const int MostSaid = 200;
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(2);

    public async Task<CheckAnswer> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        if (ServerOf(question) is not { } server)
            return CheckAnswer.Unknown("The portal's machine names no resolver in /etc/resolv.conf. Give the address of one.");
        ushort id;
        lock (random)
            id = (ushort)random.Next(ushort.MaxValue + 1);
        var type = DnsWire.Types[question.Type];
        try
        {
            var reply = await ByUdpAsync(server, DnsWire.Ask(id, question.Name, type), id, type, cancellationToken);
            if (reply is { IsCut: true })
                reply = await ByTcpAsync(server, DnsWire.Ask(id, question.Name, type), id, type, cancellationToken);
            return Judge(question, reply, time.GetElapsedTime(began));
        }
        catch (SocketException fault)
        {
            return SocketWords.Of(fault.SocketErrorCode);
        }
        catch (IOException)
        {
            return CheckAnswer.Down("The resolver ended the connection.");
        }
    }

    /// <summary>Pure.</summary>
    internal static CheckAnswer Judge(DnsQuestion question, DnsReply? reply, TimeSpan took)
    {
        // What a resolver says comes from anywhere.
        var found = reply is null ? "" : VisibleText.Of(string.Join(", ", reply.Answers.Take(4)));
        found = found.Length > MostSaid ? found[..MostSaid] + "…" : found;
        return reply switch
        {
            null => CheckAnswer.Down("The resolver's answer cannot be read.", took),
            { Code: 3 } => CheckAnswer.Down("There is no such name.", took),
            { Code: not 0 } => CheckAnswer.Down($"The resolver answers with an error ({Word(reply.Code)}).", took),
            { Answers.Count: 0 } => CheckAnswer.Down($"The name has no {question.Type} record.", took),
            _ when question.Expected is { } expected && !reply.Answers.Any(answer => IsSame(answer, expected)) => CheckAnswer.Down($"It answers {found}, not {expected}.", took),
            _ => CheckAnswer.Up($"It answers {found}.", took),
        };
    }

    private static bool IsSame(string answer, string expected) =>
        IPAddress.TryParse(answer, out var one) && IPAddress.TryParse(expected, out var other) ? one.Equals(other) : answer.TrimEnd('.').Equals(expected.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static string Word(int code) => code switch { 1 => "FORMERR", 2 => "SERVFAIL", 4 => "NOTIMP", 5 => "REFUSED", _ => $"{code}" };

    /// <exception cref="CheckFault">The server may not be asked.</exception>
    private IPEndPoint? ServerOf(DnsQuestion question)
    {
        if (question.Server is null)
            return SystemResolver.First();
        if (!IPEndPoint.TryParse(question.Server, out var server))
            return null;
        if (network.WhyNot(server.Address) is { } why)
            throw new CheckFault(CheckAnswer.Unknown(why));
        return server.Port == 0 ? new IPEndPoint(server.Address, Port) : server;
    }

    private async Task<DnsReply?> ByUdpAsync(IPEndPoint server, byte[] message, ushort id, ushort type, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken);
        var buffer = new byte[MostBytes];
        while (true)
        {
            await socket.SendAsync(message, cancellationToken);
            // A lost packet is no outage: it is asked again until the check's own time is over.
            using var wait = new CancellationTokenSource(_again, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
            try
            {
                while (true)
                {
                    var length = await socket.ReceiveAsync(buffer, both.Token);
                    if (length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(buffer) == id)
                        return DnsWire.Read(buffer.AsSpan(0, length), id, type);
                }
            }
            catch (OperationCanceledException) when (wait.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // Asked again.
            }
        }
    }

    private static async Task<DnsReply?> ByTcpAsync(IPEndPoint server, byte[] message, ushort id, ushort type, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await stream.WriteAsync(new byte[] { (byte)(message.Length >> 8), (byte)message.Length }.Concat(message).ToArray(), cancellationToken);
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return DnsWire.Read(answer, id, type);
    }
}
