namespace HomelabPortal.Map.Api;

/// <summary>The picture of the map as a file.</summary>
internal sealed class PictureAnswer(string svg) : IResult
{
    public const string Svg = "image/svg+xml";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{Svg}; charset=utf-8";
        // It holds names that others gave: it is kept, never shown as a page of the portal.
        response.Headers.ContentDisposition = "attachment; filename=\"lab-map.svg\"";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(svg, httpContext.RequestAborted);
    }
}
