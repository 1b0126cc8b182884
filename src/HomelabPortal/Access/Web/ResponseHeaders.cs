using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HomelabPortal.Access.Web;

/// <summary>What every answer tells the browser to refuse, whoever wrote the answer.</summary>
internal sealed class ResponseHeaders(PortalAddress address, IEnumerable<FormTarget> targets)
{
    private const string NoStore = "no-store";
    private readonly ImmutableArray<(string Name, StringValues Value)> _headers = [.. Of(address, [.. targets.Select(target => target.Origin)])];

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment: the pages for faults begin by clearing the headers.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    }

    /// <summary>
    /// Scripts, styles, images and connections come from the portal alone, and nothing may frame it.
    /// Style attributes are the one exception: Blazor's virtualised tables and our meters set them, and they cannot load anything that the rest forbids.
    /// </summary>
    public static string ContentPolicy(IReadOnlyCollection<string> formTargets) => string.Join(
        "; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", string.Join(' ', ["form-action 'self'", .. formTargets.Order(StringComparer.Ordinal)]),
        "base-uri 'self'", "frame-ancestors 'none'", "object-src 'none'");

    private static IEnumerable<(string Name, StringValues Value)> Of(PortalAddress address, IReadOnlyCollection<string> formTargets)
    {
        yield return (HeaderNames.ContentSecurityPolicy, ContentPolicy(formTargets));
        yield return (HeaderNames.XContentTypeOptions, "nosniff");
        yield return (HeaderNames.XFrameOptions, "DENY");
        // Not no-referrer: with it browsers send "Origin: null" with the portal's own forms.
        yield return ("Referrer-Policy", "same-origin");
        yield return ("Cross-Origin-Opener-Policy", "same-origin");
        yield return ("Cross-Origin-Resource-Policy", "same-origin");
        yield return ("Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
        if (address.IsSecure)
            yield return (HeaderNames.StrictTransportSecurity, "max-age=31536000");
    }

    private Task Write(object state)
    {
        var response = (HttpResponse)state;
        foreach (var (name, value) in _headers)
            response.Headers[name] = value;
        // Files say themselves how long they keep; what was made for somebody is not kept at all.
        if (response.Headers.CacheControl.Count == 0 || response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            response.Headers.CacheControl = NoStore;
        return Task.CompletedTask;
    }
}
