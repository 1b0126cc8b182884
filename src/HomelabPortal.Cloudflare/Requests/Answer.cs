using System.Net;

namespace HomelabPortal.Cloudflare;

/// <summary>An answer before anything is made of it.</summary>
internal readonly record struct Answer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter, RateLimitNote? Limit = null)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}
