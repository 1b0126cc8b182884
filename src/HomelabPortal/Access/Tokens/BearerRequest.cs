using Microsoft.Net.Http.Headers;

namespace HomelabPortal.Access.Tokens;

/// <summary>What a request offers as a token, and where.</summary>
internal static class BearerRequest
{
    private const string Manner = "Bearer ";
    private static readonly PathString _api = "/api";

    public static bool IsForApi(HttpRequest request) => request.Path.StartsWithSegments(_api);

    /// <summary>
    /// True when the request must stand or fall by a token. Whoever offers a bad one gets no second chance by a cookie.
    /// A proxy in front may send its own kind of Authorization along with pages, which is none of our business; the API knows no other kind.
    /// </summary>
    public static bool OffersToken(HttpRequest request) =>
        (IsForApi(request) ? request.Headers.ContainsKey(HeaderNames.Authorization) : request.Headers.Authorization.Any(IsBearer)) || IsElsewhere(request);

    /// <summary>The token of the one Authorization header, or null when it is none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && IsBearer(header) ? header[Manner.Length..].Trim() : null;

    /// <summary>True for a token in the address or a cookie, where logs and browsers would keep it.</summary>
    public static bool IsElsewhere(HttpRequest request) =>
        request.Query.Any(parameter => parameter.Value.Any(IsToken)) || request.Cookies.Any(cookie => IsToken(cookie.Value));

    private static bool IsBearer(string? header) => header?.StartsWith(Manner, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsToken(string? text) => text?.StartsWith(TokenText.Prefix, StringComparison.Ordinal) == true;
}
