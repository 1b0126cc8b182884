using System.Text.Json;

namespace HomelabPortal.Api;

/// <summary>A good answer, whole before it is sent, so that it can be kept and given again.</summary>
internal sealed record ApiAnswer(int Status, string? Body, string? ETag) : IResult
{
    /// <summary>Where the thing that was made stands; only with 201.</summary>
    public string? Location { get; init; }

    public static ApiAnswer Empty(int status) => new(status, null, null);

    public static ApiAnswer Of<T>(T body, string? etag = null, int status = StatusCodes.Status200OK) =>
        new(status, JsonSerializer.Serialize(body, ApiJson.Writing), etag);

    /// <summary>For readings without a tag of their own: the tag is that of the whole answer.</summary>
    public static ApiAnswer Tagged<T>(T body)
    {
        var answer = Of(body);
        return answer with { ETag = EntityTags.Of("", answer.Body) };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (ETag is not null)
            response.Headers.ETag = ETag;
        if (Location is not null)
            response.Headers.Location = Location;
        if (ETag is not null && HttpMethods.IsGet(httpContext.Request.Method) && EntityTags.IsKnown(httpContext.Request, ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        if (Body is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(Body, httpContext.RequestAborted);
    }
}
