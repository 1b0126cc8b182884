using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes.Exec;

/// <summary>An API server that opens one WebSocket, whose other end the test has: as a WebSocket, or byte by byte.</summary>
internal sealed class ScriptedExec : HttpMessageHandler
{
    private readonly string? _protocol;
    private TcpClient? _near;
    private TcpClient? _far;

    public ScriptedExec(string? protocol = "v5.channel.k8s.io") => _protocol = protocol;

    /// <summary>The request that opened it.</summary>
    public HttpRequestMessage? Request { get; private set; }

    /// <summary>The wire itself.</summary>
    public NetworkStream Wire => _far!.GetStream();

    /// <summary>The server's end of it.</summary>
    public WebSocket Socket => field ??= WebSocket.CreateFromStream(Wire, new WebSocketCreationOptions { IsServer = true, SubProtocol = _protocol });

    public static ExecOptions Shell { get; } = new() { Command = ["sh"], Container = "app" };

    public KubernetesClient Client(TimeProvider? time = null, KubernetesClientOptions? options = null) => new(ScriptedApi.Connection, this, time ?? TimeProvider.System, null, options);

    public async Task<ExecSession> OpenAsync(TimeProvider? time = null, KubernetesClientOptions? options = null) => await Client(time, options).ExecAsync("media", "web", Shell);

    public Task SendAsync(byte channel, string text) => SendAsync(channel, Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte channel, byte[] payload) => Socket.SendAsync(new byte[] { channel }.Concat(payload).ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);

    public Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure, string? why = null) => Socket.CloseOutputAsync(status, why, CancellationToken.None);

    /// <summary>The next message of the client, or null when it has closed.</summary>
    public async Task<byte[]?> ReceiveAsync()
    {
        var buffer = new byte[1024 * 1024];
        var length = 0;
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return buffer[..length];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _near = new TcpClient();
        var accepting = listener.AcceptTcpClientAsync(cancellationToken);
        await _near.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancellationToken);
        _far = await accepting;
        var response = new HttpResponseMessage(HttpStatusCode.SwitchingProtocols) { Content = new Upgraded(_near.GetStream()) };
        response.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        response.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        response.Headers.TryAddWithoutValidation("Sec-WebSocket-Accept", AnswerTo(request.Headers.GetValues("Sec-WebSocket-Key").Single()));
        if (_protocol is not null)
            response.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", _protocol);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _near?.Dispose();
        _far?.Dispose();
        base.Dispose(disposing);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6455 wants SHA-1.")]
    private static string AnswerTo(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));

    private sealed class Upgraded(Stream stream) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => stream;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(stream);

        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
