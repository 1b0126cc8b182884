using Microsoft.Net.Http.Headers;

namespace HomelabPortal.Access.Web;

/// <summary>
/// Where a request that can change something must come from. Cookies cannot answer that: to a browser every host under
/// the same domain is the same site, and a WebSocket is not held back by anything.
/// <list type="table">
/// <item><term>GET, HEAD, OPTIONS without upgrade</term><description>anywhere</description></item>
/// <item><term>Origin is the portal's own</term><description>allowed</description></item>
/// <item><term>Origin is anything else, also null</term><description>refused</description></item>
/// <item><term>no Origin, WebSocket</term><description>refused: browsers always send it</description></item>
/// <item><term>no Origin, Sec-Fetch-Site same-origin or none</term><description>allowed</description></item>
/// <item><term>no Origin, Sec-Fetch-Site anything else</term><description>refused</description></item>
/// <item><term>neither, bearer token and no cookie</term><description>allowed: a program, and nothing it carries by itself</description></item>
/// <item><term>neither</term><description>refused</description></item>
/// </list>
/// </summary>
internal static class OriginRule
{
    public static bool Allows(HttpRequest request, string own)
    {
        var isSocket = IsSocket(request);
        if (!isSocket && IsReading(request.Method))
            return true;
        var origin = request.Headers.Origin;
        if (origin.Count > 0)
            return origin.Count == 1 && string.Equals(origin[0], own, StringComparison.Ordinal);
        if (isSocket)
            return false;
        var site = request.Headers["Sec-Fetch-Site"];
        return site.Count > 0
            ? site.Count == 1 && site[0] is "same-origin" or "none"
            : IsProgram(request.Headers);
    }

    /// <summary>An upgrade, or what stands for it in HTTP/2.</summary>
    public static bool IsSocket(HttpRequest request) =>
        request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsProgram(IHeaderDictionary headers) =>
        headers.Cookie.Count == 0
        && headers[HeaderNames.Authorization] is [{ } authorization]
        && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
}
