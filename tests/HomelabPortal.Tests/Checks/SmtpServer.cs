using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HomelabPortal.Tests.Checks;

/// <summary>A mail server on loopback that speaks as much of SMTP as a client may rely on.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly X509Certificate2 _certificate;

    public SmtpServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Start();
        _ = ServeAsync();
    }

    public bool IsTlsFromTheStart { get; init; }

    public bool HasStartTls { get; init; } = true;

    /// <summary>Commands, whole or by their first word, that are answered with this line instead.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    public ConcurrentQueue<string> Commands { get; } = [];

    public ConcurrentQueue<string> Messages { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_closed.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            if (IsTlsFromTheStart)
                stream = await SecureAsync(stream);
            await SayAsync(stream, "220 mail.lan ready");
            while (await LineAsync(stream) is { } line)
            {
                Commands.Enqueue(line);
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (Refusals.TryGetValue(line, out var refusal) || Refusals.TryGetValue(word, out refusal))
                    await SayAsync(stream, refusal);
                else if (word == "STARTTLS")
                {
                    await SayAsync(stream, "220 go on");
                    stream = await SecureAsync(stream);
                }
                else if (word == "DATA")
                    await TakeAsync(stream);
                else
                    await SayAsync(stream, AnswerTo(word, stream is SslStream));
                if (word == "QUIT")
                    return;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException)
        {
            // Whoever spoke went away.
        }
    }

    private string AnswerTo(string word, bool isSecure) => word switch
    {
        "EHLO" => HasStartTls && !isSecure ? "250-mail.lan\r\n250-8BITMIME\r\n250 STARTTLS" : "250-mail.lan\r\n250 AUTH LOGIN PLAIN",
        "AUTH" => "235 welcome",
        "QUIT" => "221 goodbye",
        _ => "250 fine",
    };

    private async Task TakeAsync(Stream stream)
    {
        await SayAsync(stream, "354 go on");
        var message = new StringBuilder();
        while (await LineAsync(stream) is { } line && line != ".")
            message.Append(line).Append('\n');
        Messages.Enqueue(message.ToString());
        await SayAsync(stream, "250 taken");
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _closed.Token);
        return secure;
    }

    private async Task SayAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _closed.Token);

    private async Task<string?> LineAsync(Stream stream)
    {
        var (line, one) = (new List<byte>(), new byte[1]);
        while (await stream.ReadAsync(one, _closed.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
