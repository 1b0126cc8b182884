using HomelabPortal.Api;
using HomelabPortal.Cluster.Objects.Api;
using HomelabPortal.Gpu.Work.Inspecting;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>A container's description as the API gives it, secrets hidden.</summary>
internal sealed class InspectAnswer(SeenContainer seen, bool isYaml) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = isYaml ? $"{ManifestAnswer.Yaml}; charset=utf-8" : "application/json; charset=utf-8";
        // What a container says was written by others: a browser must not take it for a page.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
        await response.WriteAsync(isYaml ? InspectText.Of(seen) : seen.Document.ToJsonString(ApiJson.Writing), httpContext.RequestAborted);
    }
}
