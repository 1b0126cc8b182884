using HomelabPortal.Api;
using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>A manifest as the API gives it.</summary>
internal sealed class ManifestAnswer(ObjectManifest manifest, bool isYaml, bool managedFields) : IResult
{
    public const string Yaml = "application/yaml";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = isYaml ? $"{Yaml}; charset=utf-8" : "application/json; charset=utf-8";
        // What an object holds was written by others: a browser must not take it for a page.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
        await response.WriteAsync(
            isYaml ? ManifestText.Of(manifest, managedFields) : (managedFields ? manifest.Json : manifest.WithoutManagedFields()).ToJsonString(ApiJson.Writing),
            httpContext.RequestAborted);
    }
}
