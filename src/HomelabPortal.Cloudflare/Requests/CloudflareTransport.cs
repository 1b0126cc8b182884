using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Cloudflare;

/// <summary>Sends one call within the rate budget and turns every failure into <see cref="CloudflareApiException"/>. Never repeats a call.</summary>
internal sealed partial class CloudflareTransport : IDisposable
{
    private const int MaxAnswerBytes = 64 << 20;

    private readonly HttpClient _http;
    private readonly Uri _base;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TokenBreaker _breaker;
    private readonly Action<CloudflareCall>? _onCall;

    public CloudflareTransport(CloudflareClientOptions options, TimeProvider time, ILogger? logger, HttpMessageHandler? handler)
    {
        Token = new ApiToken(options.ApiToken);
        _base = CheckBase(options.BaseAddress);
        _timeout = options.Timeout;
        RecordsPerPage = options.RecordsPerPage;
        _time = time;
        _logger = logger ?? NullLogger.Instance;
        _breaker = new TokenBreaker(time);
        _onCall = options.OnCall;
        Budget = new RateBudget(time, options.BudgetCalls, options.BudgetWindow);
        _http = new HttpClient(handler ?? NewHandler())
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    public ApiToken Token { get; }

    public RateBudget Budget { get; }

    public int RecordsPerPage { get; }

    public Task<Envelope<T>> SendAsync<T>(
        ApiCall call, JsonTypeInfo<Envelope<T>> type, RequestPriority priority, CancellationToken cancellationToken) =>
        SendAsync(call, answer => EnvelopeReader.Read(call, answer, type), priority, cancellationToken);

    public async Task<T> SendAsync<T>(ApiCall call, Func<Answer, T> read, RequestPriority priority, CancellationToken cancellationToken)
    {
        if (_breaker.Holds(call) is { } refusal)
            throw refusal;
        if (await Budget.TakeAsync(priority, cancellationToken).ConfigureAwait(false) is { } pause)
            throw Paused(call, pause);
        try
        {
            var result = await TryAsync(call, read, cancellationToken).ConfigureAwait(false);
            Note(call, null);
            return result;
        }
        catch (CloudflareApiException e)
        {
            Note(call, e);
            if (e is { Kind: CloudflareErrorKind.RateLimited, RetryAfter: { } wait })
            {
                Budget.Pause(wait);
                Log.RateLimited(_logger, wait);
            }
            throw;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        Budget.Dispose();
    }

    private async Task<T> TryAsync<T>(ApiCall call, Func<Answer, T> read, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var answer = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        Log.Answered(_logger, call.Method, call.Path, answer.Status, _time.GetElapsedTime(started));
        if (answer.Limit is { } limit)
            Budget.Learn(answer.RetryAfter is null ? limit : limit with { ResetsIn = null });
        Token.StrikeOut(answer.Body);
        return read(answer);
    }

    private void Note(ApiCall call, CloudflareApiException? fault)
    {
        _breaker.Note(call, fault);
        _onCall?.Invoke(new CloudflareCall(call.What, call.Permission, call.Method != HttpMethod.Get, _time.GetUtcNow(), fault));
    }

    private async Task<Answer> ExchangeAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(_base, call.Path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(call.Accept));
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return new Answer(response.StatusCode, bytes, RetryAfterHeader.Read(response.Headers, _time.GetUtcNow()), RateLimitHeaders.Read(response.Headers, _time.GetUtcNow()));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(call, $"no answer within {_timeout.TotalSeconds:0} s", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw EnvelopeReader.Incomplete(call, null, $"the answer was larger than {MaxAnswerBytes >> 20} MiB", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Unreachable(call, Describe((e as HttpRequestException)?.HttpRequestError), e);
        }
    }

    private string Describe(HttpRequestError? error) => error switch
    {
        HttpRequestError.NameResolutionError => $"the name {_base.Host} could not be resolved",
        HttpRequestError.ConnectionError => $"no connection to {_base.Authority}",
        HttpRequestError.SecureConnectionError => $"the certificate of {_base.Authority} was not accepted",
        HttpRequestError.ProxyTunnelError => "the proxy refused the connection",
        _ => $"the connection to {_base.Authority} broke",
    };

    private static CloudflareApiException Unreachable(ApiCall call, string why, Exception cause) =>
        new(CloudflareErrorKind.Unreachable, $"Cloudflare could not be asked to {call.What}: {why}.", cause) { Tried = call.What };

    private static CloudflareApiException Paused(ApiCall call, TimeSpan pause) =>
        new(CloudflareErrorKind.RateLimited, $"Cloudflare was not asked to {call.What}: it wants no calls for another {Math.Ceiling(pause.TotalSeconds)} s.")
        {
            RetryAfter = pause,
            Tried = call.What,
        };

    // Redirects are not followed: the token must not travel to another host.
    private static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    private static Uri CheckBase(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new ArgumentException($"The Cloudflare address {address} must begin with https://; plain http is accepted on loopback only.");
        return address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} answered {Status} in {Took}")]
        public static partial void Answered(ILogger logger, HttpMethod method, string path, HttpStatusCode status, TimeSpan took);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Cloudflare limits our calls; none are made for {Wait}")]
        public static partial void RateLimited(ILogger logger, TimeSpan wait);
    }
}
