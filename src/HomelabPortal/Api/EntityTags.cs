using System.Security.Cryptography;
using System.Text;
using HomelabPortal.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace HomelabPortal.Api;

/// <summary>
/// Tags of states. A tag has two parts: what is wanted, and after a hyphen how it stands.
/// If-None-Match compares all of it; If-Match only the first part, since a status that moved on is no conflict.
/// Two things that were changed by different people have different tags, so they do not get into each other's way.
/// </summary>
internal static class EntityTags
{
    private const int Length = 16;

    /// <param name="desired">What is wanted, as text that is the same for the same wish.</param>
    /// <param name="status">How it stands, or null where that is no part of the answer.</param>
    public static string Of(string desired, string? status = null) =>
        status is null ? $"\"{Hash(desired)}\"" : $"\"{Hash(desired)}-{Hash(status)}\"";

    /// <summary>True when the caller has this very state already.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(candidate => candidate.Tag == "*" || candidate.Tag == tag);

    /// <exception cref="ProblemException">The caller did not say which state they saw, or it has passed.</exception>
    public static void RequireMatch(HttpRequest request, string tag)
    {
        if (request.Headers.IfMatch.Count == 0)
            throw new ProblemException(Problem.Of(StatusCodes.Status428PreconditionRequired));
        // Proxies that compress make a tag weak; it still names the same wish.
        var seen = EntityTagHeaderValue.TryParseList([.. request.Headers.IfMatch.OfType<string>()], out var tags) ? tags : [];
        if (!seen.Any(candidate => candidate.Tag == "*" || Desired(candidate.Tag.Value) == Desired(tag)))
            throw new ProblemException(Problem.Of(StatusCodes.Status412PreconditionFailed));
    }

    private static string Desired(string? tag) => (tag ?? "").Trim('"').Split('-')[0];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
