using System.Net.Mime;

namespace HomelabPortal.Access.Assertions;

/// <summary>What a browser sees at the closed gate. It needs nothing from behind the gate, and says nothing about it.</summary>
internal static class AccessGatePage
{
    public const string StylePath = "/_portal/gate.css";

    private const string Style =
        """
        :root { color-scheme: light dark; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 26rem; padding: 2rem; }
        h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
        p { margin: 0; opacity: .75; }
        """;

    public static Task WriteAsync(HttpContext context, int status)
    {
        var (response, cancel) = (context.Response, context.RequestAborted);
        response.Headers.CacheControl = "no-store";
        if (context.Request.Path == StylePath)
        {
            response.ContentType = MediaTypeNames.Text.Css;
            return response.WriteAsync(Style, cancel);
        }

        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Page(status), cancel);
    }

    private static string Page(int status)
    {
        var (title, words) = status == StatusCodes.Status503ServiceUnavailable
            ? ("Your pass cannot be checked now", "Cloudflare Access does not answer, so nobody is let in from outside. Try again in a minute. In the house the portal works as usual.")
            : ("This way in needs a pass", "Sign in to Cloudflare Access first, then come back. In the house the portal works without it.");
        return $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><link rel="stylesheet" href="{StylePath}"></head>
            <body><main><h1>{title}</h1><p>{words}</p></main></body>
            </html>
            """;
    }
}
