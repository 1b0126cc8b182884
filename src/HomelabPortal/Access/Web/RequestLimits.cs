using System.Globalization;
using System.Threading.RateLimiting;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.RateLimiting;

namespace HomelabPortal.Access.Web;

/// <summary>The framework's rate limiter with the portal's budgets.</summary>
internal static class RequestLimits
{
    public static void Configure(RateLimiterOptions options, Live<AccessState> access)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, RequestKind>(context =>
            RequestKind.Of(context, access.Current.Value) is { } kind
                ? RateLimitPartition.GetTokenBucketLimiter(kind, key => key.Budget.ToOptions())
                : RateLimitPartition.GetNoLimiter(_uncounted));
        options.OnRejected = async (context, _) => await RefuseAsync(context);
    }

    private static readonly RequestKind _uncounted = new(RequestBudget.Other, "");

    private static Task RefuseAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return PlainAnswer.WriteAsync(
            context.HttpContext, StatusCodes.Status429TooManyRequests, "That was too often.",
            $"Wait {seconds} s and try again. Nothing was changed.");
    }
}
