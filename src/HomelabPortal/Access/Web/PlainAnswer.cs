using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Access.Web;

/// <summary>A refusal from before the pages: problem details for a program, a short page for a person.</summary>
internal static class PlainAnswer
{
    public static Task WriteAsync(HttpContext context, int status, string title, string next)
    {
        context.Response.StatusCode = status;
        return WantsPage(context.Request)
            ? WritePageAsync(context, title, next)
            : context.Response.WriteAsJsonAsync(
                new ProblemDetails { Status = status, Title = title, Detail = next, Instance = context.Request.Path },
                options: null, MediaTypeNames.Application.ProblemJson, context.RequestAborted);
    }

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.Any(accept => accept?.Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) == true);

    private static Task WritePageAsync(HttpContext context, string title, string next)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{WebUtility.HtmlEncode(title)}</title>
              <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css">
            </head>
            <body><main class="notice"><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(next)}</p><p><a class="button primary" href="/">Back to the portal</a></p></main></body>
            </html>
            """,
            context.RequestAborted);
    }
}
