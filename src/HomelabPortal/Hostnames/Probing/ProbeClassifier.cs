using System.Globalization;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>
/// Pure: what an answer of the edge means.
/// <code>
/// redirect to *.cloudflareaccess.com     AccessRedirect
/// stopped by Cloudflare, or error 1020   Blocked
/// 530 or any status, error 1033          TunnelDown
/// 530, error 1016                        OriginUnknown
/// any other 530                          TunnelDown
/// 502, 504, 520 to 524                   OriginFault
/// 525, 526                               TlsFault, between Cloudflare and the origin
/// 404 without a body                     CatchAll
/// 404 in Traefik's words                 NoRoute
/// everything else                        Answer
/// </code>
/// </summary>
internal static class ProbeClassifier
{
    private const string AccessDomain = ".cloudflareaccess.com";
    private const string TraefikNotFound = "404 page not found";

    public static (ProbeClass Class, string Sentence) Of(EdgeReply reply)
    {
        if (TeamOf(reply) is { } team)
            return (ProbeClass.AccessRedirect, $"Cloudflare Access asks visitors to sign in ({team}).");
        var code = ErrorCode(reply.Body);
        if (reply.IsMitigated || code is 1020 or 1010 or 1015)
            return (ProbeClass.Blocked, "Cloudflare's firewall or bot check stopped the request before the tunnel. Visitors may still get through.");
        return (reply.Status, code) switch
        {
            (530, 1016) => (ProbeClass.OriginUnknown, "Cloudflare cannot resolve what the record leads to (error 1016). Does the tunnel still exist?"),
            (530, _) or (_, 1033) => (ProbeClass.TunnelDown, "The tunnel is not connected (error 1033). Is its connector running?"),
            (502 or 504 or (>= 520 and <= 524), _) => (ProbeClass.OriginFault, $"The connector could not reach what its rule names (HTTP {reply.Status}). Does the service answer?"),
            (525 or 526, _) => (ProbeClass.TlsFault, $"Cloudflare does not accept the certificate of the origin (HTTP {reply.Status})."),
            (404, _) when reply.Body.Length == 0 => (ProbeClass.CatchAll, "The tunnel's catch-all answered HTTP 404: no rule takes the name, or the connector works by an older document."),
            (404, _) when reply.Body.Trim() == TraefikNotFound => (ProbeClass.NoRoute, "It reached the ingress, which has no route for it (Traefik's HTTP 404)."),
            _ => (ProbeClass.Answer, $"The app answered HTTP {reply.Status}{(reply.Status >= 500 ? ", an error of its own" : "")}."),
        };
    }

    private static string? TeamOf(EdgeReply reply) =>
        reply.Status is >= 300 and < 400 && Uri.TryCreate(reply.Location, UriKind.Absolute, out var location) && location.Scheme == "https"
        && location.Host.EndsWith(AccessDomain, StringComparison.OrdinalIgnoreCase)
            ? location.Host
            : null;

    /// <summary>"error code: 1033", which Cloudflare says to programs; its page for people has it in a span.</summary>
    private static int? ErrorCode(string body)
    {
        foreach (var mark in new[] { "error code: ", "cf-error-code\">" })
        {
            var at = body.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            var digits = at < 0 ? "" : new string([.. body.AsSpan(at + mark.Length).ToArray().TakeWhile(char.IsAsciiDigit).Take(5)]);
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                return code;
        }

        return null;
    }
}
