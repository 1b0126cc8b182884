using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Docker;

/// <summary>Sends one call in the negotiated API version and turns every failure into <see cref="DockerApiException"/>. Never repeats a call.</summary>
internal sealed partial class DockerTransport : IDisposable
{
    private const int MaxAnswerBytes = 64 << 20;

    private readonly DockerConnection _connection;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile ApiVersion? _version;
    private volatile bool _hasAnswered;

    public DockerTransport(DockerConnection connection, TimeProvider time, ILogger? logger, HttpMessageHandler? handler)
    {
        _connection = connection;
        _time = time;
        _logger = logger ?? NullLogger.Instance;
        _http = new HttpClient(handler ?? DockerHandler.Create(connection))
        {
            BaseAddress = connection.BaseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    public async Task<DockerPing> PingAsync(CancellationToken cancellationToken)
    {
        var ping = await PingAsync(HttpMethod.Head, cancellationToken).ConfigureAwait(false)
            ?? await PingAsync(HttpMethod.Get, cancellationToken).ConfigureAwait(false)
            ?? throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"There is no Docker API at {_connection.Address}: it does not answer a ping.");
        _version = Negotiate(ping.ApiVersion);
        return ping;
    }

    public async Task<T> ReadAsync<T>(DockerCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(call, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw Invalid(call, null);
        }
        catch (JsonException e)
        {
            throw Invalid(call, e);
        }
    }

    /// <summary>Does something without an answer. The status is a success, or 304 when there was nothing to do.</summary>
    public async Task<int> DoAsync(DockerCall call, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(call, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        return (int)response.StatusCode;
    }

    public async Task<DockerStream> OpenAsync(DockerCall call, CancellationToken cancellationToken)
    {
        var response = await SendAsync(call, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return new DockerStream(_connection, call, response);
    }

    public void Dispose() => _http.Dispose();

    private async Task<DockerPing?> PingAsync(HttpMethod method, CancellationToken cancellationToken)
    {
        var call = new DockerCall(method, "_ping", "answer a ping");
        using var response = await ExchangeAsync(call, call.Path, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return new DockerPing(Header(response, "Api-Version"), Header(response, "Ostype"), Header(response, "Server"));
        // Proxies that allow no HEAD get a second chance; what they say to GET is the answer.
        if (method == HttpMethod.Head)
            return null;
        throw await RefusalAsync(call, response, cancellationToken).ConfigureAwait(false);
    }

    private ApiVersion Negotiate(string? announced)
    {
        // A proxy may drop the header; every daemon that still gets updates speaks the floor.
        var theirs = ApiVersion.TryParse(announced) ?? ApiVersion.Floor;
        if (theirs.CompareTo(ApiVersion.Floor) < 0)
            throw new DockerApiException(
                DockerErrorKind.VersionUnsupported,
                $"Docker at {_connection.Address} speaks API {theirs}; {ApiVersion.Floor} (Docker 20.10) or newer is needed. Update Docker on that host.");
        return theirs.CompareTo(ApiVersion.Ours) < 0 ? theirs : ApiVersion.Ours;
    }

    private async Task<HttpResponseMessage> SendAsync(DockerCall call, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        if (_version is null)
            await PingAsync(cancellationToken).ConfigureAwait(false);
        var version = _version ?? ApiVersion.Floor;
        var response = await ExchangeAsync(call, $"v{version}/{call.Path}", completion, cancellationToken).ConfigureAwait(false);
        Log.Answered(_logger, call.Method, call.Path, response.StatusCode);
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified)
            return response;
        using (response)
        {
            throw await RefusalAsync(call, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(DockerCall call, string path, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, path);
        // From API 1.52 on, events come in another framing unless plain JSON is asked for.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        using var limit = new CancellationTokenSource(call.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var response = await _http.SendAsync(request, completion, either.Token).ConfigureAwait(false);
            _hasAnswered = true;
            return response;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerApiException(DockerErrorKind.Unreachable, $"Docker at {_connection.Address} did not {call.What}: no answer within {call.Timeout.TotalSeconds:0} s.", e);
        }
        catch (Exception e) when (TransportFault.IsOne(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFault.Map(_connection, call.What, e, _hasAnswered);
        }
    }

    private async Task<DockerApiException> RefusalAsync(DockerCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = new DockerStream(_connection, call, response);
        var message = ErrorBody.Read(await stream.ReadStartAsync(call.Timeout, _time, cancellationToken).ConfigureAwait(false));
        var status = (int)response.StatusCode;
        var kind = IsVersionRefusal(response) ? DockerErrorKind.VersionUnsupported : ErrorClassifier.Classify(status, call.Operation);
        if (kind == DockerErrorKind.VersionUnsupported)
            _version = null;
        return new DockerApiException(kind, $"Docker at {_connection.Address} did not {call.What}: {message ?? $"HTTP {status}"}")
        {
            StatusCode = status,
            DaemonMessage = message,
        };
    }

    // Either the daemon was replaced by an older one since the ping, or it is so new that it refuses us:
    // that refusal alone is plain text and still carries the daemon's version.
    private bool IsVersionRefusal(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.BadRequest
        && ApiVersion.TryParse(Header(response, "Api-Version")) is { } theirs
        && (_version is { } ours && ours.CompareTo(theirs) > 0 || response.Content.Headers.ContentType?.MediaType == "text/plain");

    private DockerApiException Invalid(DockerCall call, Exception? cause) =>
        new(DockerErrorKind.InvalidAnswer, $"Docker at {_connection.Address} did not {call.What}: the answer is not what the API describes.", cause);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} answered {Status}")]
        public static partial void Answered(ILogger logger, HttpMethod method, string path, HttpStatusCode status);
    }
}
