using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>Asks a Prometheus for ranges (its HTTP API v1): short patience, no redirects, no more than such an answer needs.</summary>
internal sealed class PrometheusClient : IDisposable
{
    /// <summary>400 points are 12 kB; a query that gives very much more is not one of ours.</summary>
    public const int MostBytes = 4 * 1024 * 1024;
    private readonly PrometheusSettings _settings;
    private readonly HttpClient _http;

    public PrometheusClient(PrometheusSettings settings, HttpMessageHandler? handler = null)
    {
        _settings = settings;
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = settings.Timeout,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    /// <summary>The values at <paramref name="from"/>, and each step after it until <paramref name="to"/>.</summary>
    /// <exception cref="PrometheusException">There was no good answer in time.</exception>
    public async Task<IReadOnlyList<PrometheusPoint>> RangeAsync(string query, DateTimeOffset from, DateTimeOffset to, TimeSpan step, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(query, from, to, step);
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? MatrixParser.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : throw new PrometheusException(FaultOf(response.StatusCode));
        }
        catch (HttpRequestException fault)
        {
            throw new PrometheusException($"Prometheus cannot be read at {_settings.Address.Authority}.", fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrometheusException($"Prometheus at {_settings.Address.Authority} did not answer within {_settings.Timeout.TotalSeconds:0} s.", fault);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Posted, because a query may be longer than addresses may be.</summary>
    private HttpRequestMessage Request(string query, DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_settings.Address.ToString().TrimEnd('/') + "/api/v1/query_range"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["query"] = query,
                ["start"] = from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["end"] = to.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["step"] = ((long)step.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = Authorization();
        return request;
    }

    private AuthenticationHeaderValue? Authorization() => _settings switch
    {
        { Token: { } token } => new AuthenticationHeaderValue("Bearer", token.Reveal()),
        { User: { } user, Password: { } password } => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}"))),
        _ => null,
    };

    private string FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"Prometheus at {_settings.Address.Authority} does not let the portal in ({(int)status}). Check Metrics:PrometheusToken, or PrometheusUser and PrometheusPassword.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => $"Prometheus at {_settings.Address.Authority} sends the portal elsewhere ({(int)status}). Give Metrics:PrometheusUrl the address that answers itself.",
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => $"Prometheus at {_settings.Address.Authority} refused the query ({(int)status}). Its limits for points or samples may be too low for this range.",
        _ => $"Prometheus at {_settings.Address.Authority} answered {(int)status}.",
    };
}
