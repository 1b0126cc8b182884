using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>Sends requests with credentials and turns every way to fail into a <see cref="KubernetesApiException"/>.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpClient _http;
    private readonly KubernetesConnection _connection;
    private readonly KubernetesClientOptions _options;
    private readonly bool _isTls;

    public ApiTransport(KubernetesConnection connection, HttpMessageHandler handler, KubernetesClientOptions options, TimeProvider time)
    {
        _connection = connection;
        _options = options;
        Time = time;
        _isTls = connection.Server.Scheme == Uri.UriSchemeHttps;
        // Watches last for minutes; every call has a limit of its own instead.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = connection.BaseAddress };
    }

    public TimeProvider Time { get; }

    public TimeSpan CallTimeout => _options.CallTimeout;

    /// <summary>Sends, checks the status and reads the body, all within <paramref name="limit"/>.</summary>
    public async Task<TResult> CallAsync<TResult>(ApiRequest request, TimeSpan limit, Func<Stream, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await SendAsync(request, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            return await read(stream, either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(request, exception, limit);
        }
    }

    /// <summary>Sends and returns once the headers of a success are here; the caller disposes the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var token = await _connection.Credential.GetTokenAsync(Time, cancellationToken);
        var response = await SendOnceAsync(request, token, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null && _connection.Credential.Invalidate(token))
        {
            // The server did nothing yet, so asking again with a token read anew is safe, once.
            var fresh = await _connection.Credential.GetTokenAsync(Time, cancellationToken);
            if (fresh is not null && fresh != token)
            {
                response.Dispose();
                response = await SendOnceAsync(request, fresh, cancellationToken);
            }
        }
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await ApiErrors.ReadAsync(response, request.What, Time, cancellationToken);
    }

    public KubernetesApiException Failure(ApiRequest request, Exception exception, TimeSpan limit) => exception switch
    {
        JsonException => new(KubernetesErrorKind.BadResponse, $"Could not {request.What}: the answer could not be read. {exception.Message}", exception),
        OperationCanceledException => new(KubernetesErrorKind.Timeout, $"Could not {request.What}: {_connection.Server.Authority} did not answer within {limit.TotalSeconds:0} s.", exception),
        _ => new(KubernetesErrorKind.Unreachable, $"Could not {request.What}: no connection to {_connection.Server.Authority}. {Words(exception.GetBaseException())}", exception),
    };

    public void Dispose() => _http.Dispose();

    // A server that goes away says so in numbers of its protocol.
    private static string Words(Exception exception) => exception is HttpIOException ? "The server closed the connection." : exception.Message;

    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, string? token, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Target)
        {
            Content = request.Content,
            Version = _isTls ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        // The handler takes the name for SNI and for the certificate from here and from nowhere else; API servers do not look at it.
        if (_isTls && _connection.TlsServerName is { } serverName)
            message.Headers.Host = serverName;
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue(_connection.Credential.Scheme, token);
        foreach (var (name, value) in _connection.ImpersonationHeaders)
            message.Headers.TryAddWithoutValidation(name, value);
        var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        // A retry after 401 sends the same content again.
        message.Content = null;
        return response;
    }
}
