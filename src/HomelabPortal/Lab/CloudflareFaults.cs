using HomelabPortal.Cloudflare;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Lab;

/// <summary>What a failed call to Cloudflare means for the one who waits for it.</summary>
internal static class CloudflareFaults
{
    public static TargetFault Of(CloudflareApiException fault) => new(KindOf(fault), fault.Message, fault.RetryAfter);

    public static TargetException Exception(CloudflareApiException fault) => new(Of(fault), fault);

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
