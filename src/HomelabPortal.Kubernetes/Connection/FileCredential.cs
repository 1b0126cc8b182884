namespace HomelabPortal.Kubernetes;

/// <summary>
/// A token in a file that someone else renews (client-go <c>transport/token_source.go</c>).
/// It is read again each minute; while the file cannot be read the last good token stays in use.
/// </summary>
internal sealed class FileCredential(string path, string? fallback = null) : ICredential
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);
    private volatile CachedToken? _cached;

    public string Scheme => "Bearer";

    public async ValueTask<string?> GetTokenAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var cached = _cached;
        if (cached is { IsRefused: false } && time.GetElapsedTime(cached.ReadAt) < _period)
            return cached.Token;
        try
        {
            var token = (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
            if (token.Length == 0)
                throw new IOException($"The token file {path} is empty.");
            _cached = new CachedToken(token, time.GetTimestamp(), IsRefused: false);
            return token;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if ((cached?.Token ?? fallback) is { } last)
                return last;
            throw new KubernetesApiException(KubernetesErrorKind.Unauthorized, $"The token file {path} could not be read. Check that it exists and may be read. {exception.Message}", exception);
        }
    }

    public bool Invalidate(string token)
    {
        if (_cached is { } cached && cached.Token == token)
            _cached = cached with { IsRefused = true };
        return true;
    }

    private sealed record CachedToken(string Token, long ReadAt, bool IsRefused);
}
