using System.Net;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Keeps a dead token from being tried by every caller in turn: after some refusals in a row calls fail at once, without being sent.
/// A check of the token always goes out, and one call after it or after the rest tells whether the token lives again.
/// A single refusal proves nothing: 9109 is also said of one object that the token may not see.
/// </summary>
internal sealed class TokenBreaker(TimeProvider time)
{
    /// <summary>How long nothing is tried.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private const int MostRefusals = 3;

    private readonly Lock _gate = new();
    private CloudflareApiException? _refusal;
    private DateTimeOffset _closedUntil;
    private int _refusals;

    /// <summary>The fault to fail with instead of calling, or null when the call may go out.</summary>
    public CloudflareApiException? Holds(ApiCall call)
    {
        lock (_gate)
        {
            if (_refusals < MostRefusals || _refusal is not { } refusal || call.Permission is null)
                return null;
            if (time.GetUtcNow() is var now && now < _closedUntil)
                return Refused(call, refusal, _closedUntil - now);
            HalfOpen();
            return null;
        }
    }

    /// <summary>Learns from the outcome of a call that was sent.</summary>
    public void Note(ApiCall call, CloudflareApiException? fault)
    {
        lock (_gate)
        {
            if (fault is { Kind: CloudflareErrorKind.Unauthorized })
                Count(fault);
            else if (fault is null && call.Permission is null)
                HalfOpen();
            else if (fault is null)
                _refusals = 0;
        }
    }

    private void Count(CloudflareApiException fault)
    {
        _refusals++;
        _refusal = fault;
        _closedUntil = time.GetUtcNow() + Rest;
    }

    // One more refusal closes it again at once.
    private void HalfOpen() => _refusals = Math.Min(_refusals, MostRefusals - 1);

    private static CloudflareApiException Refused(ApiCall call, CloudflareApiException refusal, TimeSpan rest) => new(
        CloudflareErrorKind.Unauthorized,
        $"Cloudflare was not asked to {call.What}: it does not accept the API token. Check the token; it is tried again in {Math.Ceiling(rest.TotalSeconds)} s.")
    {
        StatusCode = HttpStatusCode.Forbidden,
        Errors = refusal.Errors,
        Tried = call.What,
    };
}
