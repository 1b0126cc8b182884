using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HomelabPortal.Tests.Checks;

/// <summary>A server on loopback that gives each request the answer of the moment, in the clear or over TLS.</summary>
internal sealed class HttpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly X509Certificate2? _certificate;

    public HttpServer(string answer, X509Certificate2? certificate = null)
    {
        (Answer, _certificate) = (answer, certificate);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The whole answer, head and body.</summary>
    public string Answer { get; set; }

    /// <summary>What was asked so far, head and body.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Requests { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/";

    public static string Ok(string body = "") => Status(200, body);

    public static string Status(int status, string body = "", string headers = "") =>
        $"HTTP/1.1 {status} Said\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

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
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _closed.Token);
                stream = secure;
            }

            var (text, buffer) = (new StringBuilder(), new byte[8192]);
            while (!IsWhole(text.ToString()))
            {
                var read = await stream.ReadAsync(buffer, _closed.Token);
                if (read == 0)
                    return;
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }

            Requests.Enqueue(text.ToString());
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answer), _closed.Token);
            await stream.DisposeAsync();
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException)
        {
            // Whoever asked went away.
        }
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = text[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
