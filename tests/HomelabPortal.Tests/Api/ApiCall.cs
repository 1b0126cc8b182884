using System.Net;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Api;

/// <summary>An answer of the API, read whole.</summary>
internal sealed record ApiCall(HttpStatusCode Status, string Text, string? ETag, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Type => (string?)Json["type"];

    public static async Task<ApiCall> SendAsync(HttpClient client, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1{path}");
        if (body is not null)
            request.Content = ApiHost.Json(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        return new ApiCall(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString(), response);
    }
}
