using System.Net;

namespace HomelabPortal.Cloudflare;

/// <summary>The only exception calls of <see cref="CloudflareClient"/> throw, apart from cancellation and argument checks.</summary>
public sealed class CloudflareApiException : Exception
{
    /// <summary>Creates the exception; the message must be fit for people and free of secrets.</summary>
    public CloudflareApiException(CloudflareErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What to do about it.</summary>
    public CloudflareErrorKind Kind { get; }

    /// <summary>What was tried: completes "Cloudflare did not …". Null when nothing was.</summary>
    public string? Tried { get; init; }

    /// <summary>What Cloudflare said, every text with its code; empty when it said nothing.</summary>
    public string Said => ErrorText.Reason(Errors);

    /// <summary>The HTTP status, or null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The errors of the answer; empty when it had none.</summary>
    public IReadOnlyList<CloudflareError> Errors { get; init; } = [];

    /// <summary>How long to wait, for <see cref="CloudflareErrorKind.RateLimited"/> and some <see cref="CloudflareErrorKind.Unavailable"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The permission to add to the token, as the dashboard calls it, for <see cref="CloudflareErrorKind.MissingPermission"/>.</summary>
    public string? MissingPermission { get; init; }

    /// <summary>Whether the answer carries this code, in an error or in the chain of one.</summary>
    public bool HasCode(int code) => Errors.SelectMany(error => error.SelfAndCauses).Any(error => error.Code == code);
}
