using System.Net;

namespace HomelabPortal.Cloudflare;

/// <summary>The sentence for people: what was tried, what Cloudflare said, what to do next.</summary>
internal static class ErrorText
{
    private const int MaxReasonLength = 600;

    public static string For(ApiCall call, CloudflareErrorKind kind, HttpStatusCode status, IReadOnlyList<CloudflareError> errors)
    {
        var reason = Reason(errors);
        var said = reason.Length > 0 ? reason : $"HTTP {(int)status}";
        var next = NextStep(call, kind);
        return $"Cloudflare did not {call.What}: {said.TrimEnd('.')}.{(next.Length > 0 ? " " + next : "")}";
    }

    /// <summary>Every text with its code, causes after a colon.</summary>
    public static string Reason(IReadOnlyList<CloudflareError> errors)
    {
        var reason = string.Join("; ", errors.Select(Describe));
        return reason.Length <= MaxReasonLength ? reason : string.Concat(reason.AsSpan(0, MaxReasonLength), "…");
    }

    private static string Describe(CloudflareError error)
    {
        var text = error.Message.Trim().TrimEnd('.', ':');
        var own = error.Code is { } code ? $"{text} ({code})".TrimStart() : text;
        return error.Chain.Count == 0 ? own : $"{own}: {string.Join(", ", error.Chain.Select(Describe))}";
    }

    private static string NextStep(ApiCall call, CloudflareErrorKind kind) => kind switch
    {
        CloudflareErrorKind.Unauthorized => "Check the API token: it may be mistyped, expired, revoked or limited to other addresses.",
        CloudflareErrorKind.MissingPermission when call.Permission is not null => $"Give the API token the permission \"{call.Permission}\".",
        CloudflareErrorKind.NotFound => "It does not exist, or the zone or account ID is not one of this token's.",
        CloudflareErrorKind.RecordConflict => "A record of that name is in the way.",
        CloudflareErrorKind.RateLimited => "Too many calls were made, here or in the dashboard; calls resume after the pause.",
        CloudflareErrorKind.Unavailable => "The fault is on Cloudflare's side; try again later.",
        CloudflareErrorKind.BadConfiguration => "The last rule must match everything.",
        CloudflareErrorKind.NameTaken => "Something of that name exists already; use it, or choose another name.",
        CloudflareErrorKind.InUse => "Stop its connectors, clean up their connections, then try again.",
        CloudflareErrorKind.NotEnabled => "Set up Zero Trust for this account in Cloudflare's dashboard first.",
        _ => "",
    };
}
