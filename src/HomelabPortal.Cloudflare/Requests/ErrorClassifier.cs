using System.Net;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Status and codes to a kind. Codes decide first, those of the chain included, then the status.
/// Cloudflare publishes no list of codes; these are the ones met in practice.
/// </summary>
internal static class ErrorClassifier
{
    public static CloudflareErrorKind Classify(HttpStatusCode status, IReadOnlyList<CloudflareError> errors, bool isTokenCheck)
    {
        if (status == HttpStatusCode.TooManyRequests)
            return CloudflareErrorKind.RateLimited;
        if ((int)status >= 500)
            return CloudflareErrorKind.Unavailable;
        foreach (var error in errors.SelectMany(error => error.SelfAndCauses))
        {
            if (FromCode(error.Code, isTokenCheck) is { } kind)
                return kind;
        }
        // Access says so by a code that elsewhere stands for anything, so a cause in the chain goes first.
        if (errors.Any(error => error.Code == 9999))
            return CloudflareErrorKind.NotEnabled;
        return FromStatus(status, errors.Count > 0, isTokenCheck);
    }

    private static CloudflareErrorKind? FromCode(int? code, bool isTokenCheck) => code switch
    {
        10300 or 971 => CloudflareErrorKind.RateLimited,
        81053 or 81057 or 81058 => CloudflareErrorKind.RecordConflict,
        81044 or 7000 or 7003 => CloudflareErrorKind.NotFound,
        6003 or 6102 or 6103 or 6111 or 9109 => CloudflareErrorKind.Unauthorized,
        10000 when isTokenCheck => CloudflareErrorKind.Unauthorized,
        1000 or 1001 when isTokenCheck => CloudflareErrorKind.Unauthorized,
        10000 => CloudflareErrorKind.MissingPermission,
        1056 => CloudflareErrorKind.BadConfiguration,
        1004 => CloudflareErrorKind.Validation,
        1013 => CloudflareErrorKind.NameTaken,
        1022 => CloudflareErrorKind.InUse,
        _ => null,
    };

    private static CloudflareErrorKind FromStatus(HttpStatusCode status, bool hasErrors, bool isTokenCheck) => status switch
    {
        HttpStatusCode.Unauthorized => CloudflareErrorKind.Unauthorized,
        HttpStatusCode.Forbidden => isTokenCheck ? CloudflareErrorKind.Unauthorized : CloudflareErrorKind.MissingPermission,
        HttpStatusCode.NotFound => CloudflareErrorKind.NotFound,
        HttpStatusCode.BadRequest when hasErrors => CloudflareErrorKind.Validation,
        HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge => CloudflareErrorKind.Validation,
        HttpStatusCode.RequestTimeout => CloudflareErrorKind.Unavailable,
        _ => CloudflareErrorKind.Other,
    };
}
