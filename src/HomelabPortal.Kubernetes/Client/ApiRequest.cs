namespace HomelabPortal.Kubernetes;

/// <summary>One request, with the words that say in an error what it was for.</summary>
/// <param name="Target">Path and query without a leading slash.</param>
/// <param name="What">Such as "list pods".</param>
internal sealed record ApiRequest(HttpMethod Method, string Target, string What)
{
    public const string Json = "application/json";

    /// <summary>Without plain JSON as a second choice: a server that knows no partial objects refuses instead of sending whole ones.</summary>
    public const string MetadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    public HttpContent? Content { get; init; }

    public string Accept { get; init; } = Json;

    public static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var parts = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
