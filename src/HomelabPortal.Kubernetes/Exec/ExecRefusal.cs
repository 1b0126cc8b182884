using System.Net;
using System.Net.Http.Headers;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// Sits between the framework's WebSocket and the client's connections: puts the name for TLS on,
/// and keeps the server's words when it refuses, which the WebSocket would throw away.
/// </summary>
internal sealed class ExecRefusal(HttpMessageHandler connections, KubernetesConnection connection, string? token) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _invoker = new(connections, disposeHandler: false);

    /// <summary>The answer that was no upgrade, read whole but for its body; null when there was none.</summary>
    public HttpResponseMessage? Answer { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (connection.Server.Scheme == Uri.UriSchemeHttps && connection.TlsServerName is { } serverName)
            request.Headers.Host = serverName;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(connection.Credential.Scheme, token);
        foreach (var (name, value) in connection.ImpersonationHeaders)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await _invoker.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            return response;
        Answer = response;
        // The framework disposes what it is given; the true answer is read by whoever asked.
        return new HttpResponseMessage(response.StatusCode) { RequestMessage = request };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Answer?.Dispose();
            _invoker.Dispose();
        }

        base.Dispose(disposing);
    }
}
