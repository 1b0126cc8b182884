using HomelabPortal.Cloudflare;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Lab;

/// <summary>What a failed call to Cloudflare means for the one who waits for it.</summary>
internal static class CloudflareFaults
{
    public static TargetFault Of(CloudflareApiException fault) => new(KindOf(fault), Sentence(fault), fault.RetryAfter);

    public static TargetException Exception(CloudflareApiException fault) => new(Of(fault), fault);

    /// <summary>What was tried, what is the matter, what to do, and Cloudflare's own words. A fault without a call explains itself.</summary>
    public static string Sentence(CloudflareApiException fault)
    {
        if (fault.Tried is not { } tried || fault.Errors.Count == 0 || fault.Kind == CloudflareErrorKind.RateLimited)
            return fault.Message;
        var permission = fault.MissingPermission is { } missing ? $" The permission is “{missing}”." : "";
        return $"Cloudflare did not {tried}. {CloudflareErrors.Of(fault)}{permission} It said: {fault.Said}.";
    }

    /// <summary>No clear answer came: the write may have been carried out.</summary>
    public static bool IsUncertain(CloudflareApiException fault) =>
        fault.Kind is CloudflareErrorKind.Unreachable or CloudflareErrorKind.Unavailable;

    /// <summary>The same content will be refused again, but other content of the same batch may be good.</summary>
    public static bool IsAboutContent(CloudflareApiException fault) => fault.Kind is
        CloudflareErrorKind.RecordConflict or CloudflareErrorKind.Validation or CloudflareErrorKind.NotFound or CloudflareErrorKind.NameTaken or CloudflareErrorKind.Other;

    private static FaultKind KindOf(CloudflareApiException fault) => fault.Kind switch
    {
        CloudflareErrorKind.Unauthorized or CloudflareErrorKind.MissingPermission or CloudflareErrorKind.RecordConflict
            or CloudflareErrorKind.Validation or CloudflareErrorKind.BadConfiguration
            or CloudflareErrorKind.NameTaken or CloudflareErrorKind.InUse or CloudflareErrorKind.NotEnabled => FaultKind.NeedsPerson,
        CloudflareErrorKind.RateLimited => FaultKind.Wait,
        _ => FaultKind.Retry,
    };
}
