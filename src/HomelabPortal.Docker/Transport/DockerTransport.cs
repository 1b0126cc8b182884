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
    private readonly bool _isScripted;
    private volatile ApiVersion? _version;
    private volatile bool _hasAnswered;

    public DockerTransport(DockerConnection connection, TimeProvider time, ILogger? logger, HttpMessageHandler? handler)
    {
        _connection = connection;
        _time = time;
        _logger = logger ?? NullLogger.Instance;
        _isScripted = handler is not null;
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

    /// <summary>Turns a connection of its own into a stream of both directions.</summary>
    public async Task<HijackedStream> HijackAsync(DockerCall call, CancellationToken cancellationToken)
    {
        // The pool does not tell which connection a request got, and closing one direction needs exactly that one.
        var own = _isScripted ? null : new HijackConnection(_connection);
        try
        {
            var version = await VersionAsync(cancellationToken).ConfigureAwait(false);
            var response = await SendAsync(call with { Upgrades = true }, version, HttpCompletionOption.ResponseHeadersRead, own?.Http ?? _http, cancellationToken).ConfigureAwait(false);
            return new HijackedStream(_connection, call, response, own);
        }
        catch
        {
            own?.Dispose();
            throw;
        }
    }

    /// <summary>Whether the agreed version is at least this one.</summary>
    public async Task<bool> SpeaksAsync(ApiVersion version, CancellationToken cancellationToken) =>
        (await VersionAsync(cancellationToken).ConfigureAwait(false)).CompareTo(version) >= 0;

    /// <summary>An error that a stream reports after it began well.</summary>
    public DockerApiException InStream(DockerCall call, int? status, string? message) =>
        new(ErrorClassifier.Classify(status ?? 0, call.Operation, message), $"Docker at {_connection.Address} did not {call.What}: {message ?? "no reason given"}")
        {
            StatusCode = status,
            DaemonMessage = message,
        };

    public void Dispose() => _http.Dispose();

    private async Task<DockerPing?> PingAsync(HttpMethod method, CancellationToken cancellationToken)
    {
        var call = new DockerCall(method, "_ping", "answer a ping");
        using var response = await ExchangeAsync(call, call.Path, HttpCompletionOption.ResponseContentRead, _http, cancellationToken).ConfigureAwait(false);
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

    private async Task<ApiVersion> VersionAsync(CancellationToken cancellationToken)
    {
        if (_version is null)
            await PingAsync(cancellationToken).ConfigureAwait(false);
        return _version ?? ApiVersion.Floor;
    }

    private async Task<HttpResponseMessage> SendAsync(DockerCall call, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        return await SendAsync(call, version, completion, _http, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(
        DockerCall call, ApiVersion version, HttpCompletionOption completion, HttpClient http, CancellationToken cancellationToken)
    {
        var response = await ExchangeAsync(call, $"v{version}/{call.Path}", completion, http, cancellationToken).ConfigureAwait(false);
        Log.Answered(_logger, call.Method, call.Path, response.StatusCode);
        if (response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.SwitchingProtocols)
            return response;
        using (response)
        {
            throw await RefusalAsync(call, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(
        DockerCall call, string path, HttpCompletionOption completion, HttpClient http, CancellationToken cancellationToken)
    {
        using var request = Request(call, path);
        using var limit = new CancellationTokenSource(call.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var response = await http.SendAsync(request, completion, either.Token).ConfigureAwait(false);
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

    private static HttpRequestMessage Request(DockerCall call, string path)
    {
        var request = new HttpRequestMessage(call.Method, path);
        // From API 1.52 on, events come in another framing unless plain JSON is asked for.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.Registry is { } registry)
            request.Headers.Add("X-Registry-Auth", registry.ToHeader());
        if (call.Upgrades)
        {
            request.Headers.Connection.Add("Upgrade");
            request.Headers.Upgrade.Add(new ProductHeaderValue("tcp"));
        }
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(call.BodyType);
        }
        return request;
    }

    private async Task<DockerApiException> RefusalAsync(DockerCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = new DockerStream(_connection, call, response);
        var message = ErrorBody.Read(await stream.ReadStartAsync(call.Timeout, _time, cancellationToken).ConfigureAwait(false));
        var status = (int)response.StatusCode;
        var kind = IsVersionRefusal(response) ? DockerErrorKind.VersionUnsupported : ErrorClassifier.Classify(status, call.Operation, message);
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
