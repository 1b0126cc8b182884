using System.Net;
using System.Net.Http.Headers;

namespace HomelabPortal.Access.Providers;

/// <summary>Talks to providers: short patience, no redirects, no more than such an answer needs.</summary>
internal sealed class ProviderClient : IDisposable
{
    private const int MostBytes = 512 * 1024;
    private readonly HttpClient _http;

    public ProviderClient(HttpMessageHandler? handler = null, TimeSpan? patience = null) =>
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = patience ?? TimeSpan.FromSeconds(5),
            MaxResponseContentBufferSize = MostBytes,
        };

    public async Task<ProviderEndpoints> DiscoverAsync(Provider provider, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration");
        return ProviderDocuments.Discovery(await SendAsync(provider, request, cancellationToken), provider.Issuer)
            ?? throw Strange(provider, "its discovery document lacks an endpoint, names another issuer, or an address without TLS");
    }

    public Task<ProviderTokens> ExchangeAsync(Provider provider, Uri endpoint, string code, string verifier, string redirectUri, CancellationToken cancellationToken) =>
        TokensAsync(provider, endpoint, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier, ["redirect_uri"] = redirectUri }, cancellationToken);

    public async Task<ProviderTokens> RefreshAsync(Provider provider, Uri endpoint, string refresh, CancellationToken cancellationToken)
    {
        var tokens = await TokensAsync(provider, endpoint, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, cancellationToken);
        return tokens with { Refresh = tokens.Refresh ?? refresh };
    }

    public async Task<ProviderPerson> PersonAsync(Provider provider, Uri endpoint, ProviderTokens tokens, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access) } };
        return ProviderDocuments.Person(await SendAsync(provider, request, cancellationToken), provider.GroupsClaim)
            ?? throw Strange(provider, $"its userinfo has no sub, or {provider.GroupsClaim} is no list of names");
    }

    public void Dispose() => _http.Dispose();

    private async Task<ProviderTokens> TokensAsync(Provider provider, Uri endpoint, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        (form["client_id"], form["client_secret"]) = (provider.ClientId, provider.ClientSecret.Reveal());
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        return ProviderDocuments.Tokens(await SendAsync(provider, request, cancellationToken)) ?? throw Strange(provider, "its token answer holds no bearer token");
    }

    private async Task<byte[]> SendAsync(Provider provider, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadAsByteArrayAsync(cancellationToken);
            throw new ProviderException(ProblemOf(response.StatusCode), $"{provider.Name} answered {(int)response.StatusCode} to {request.RequestUri?.AbsolutePath}.");
        }
        catch (HttpRequestException fault)
        {
            throw new ProviderException(ProviderProblem.NoAnswer, $"{provider.Name} cannot be reached at {request.RequestUri?.Authority}.", fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException(ProviderProblem.NoAnswer, $"{provider.Name} did not answer within {_http.Timeout.TotalSeconds:0} s.", fault);
        }
    }

    private static ProviderProblem ProblemOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ProviderProblem.Declined,
        >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => ProviderProblem.NoAnswer,
        _ => ProviderProblem.Strange,
    };

    private static ProviderException Strange(Provider provider, string what) => new(ProviderProblem.Strange, $"{provider.Name} is not understood: {what}.");
}
