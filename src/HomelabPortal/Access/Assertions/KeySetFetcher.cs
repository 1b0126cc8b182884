namespace HomelabPortal.Access.Assertions;

/// <summary>Gets an issuer's published keys: five seconds, no redirects, no more than a key set needs.</summary>
internal sealed class KeySetFetcher : IDisposable
{
    private readonly HttpClient _http;

    public KeySetFetcher(HttpMessageHandler? handler = null) =>
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(5),
            MaxResponseContentBufferSize = KeySetParser.MostBytes,
        };

    /// <exception cref="HttpRequestException">There was no good answer in time.</exception>
    public async Task<byte[]> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{address.Host} did not answer within {_http.Timeout.TotalSeconds:0} s.", fault);
        }
    }

    public void Dispose() => _http.Dispose();
}
