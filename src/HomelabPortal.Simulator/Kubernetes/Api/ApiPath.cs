using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>A path under <c>/api/v1</c> or <c>/apis/group/version</c>, taken apart.</summary>
internal sealed record ApiPath(string Group, string Version, string? Namespace, string Plural, string? Name, string Subresource)
{
    /// <returns>Null when the path is not one of a resource.</returns>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        var (group, version, rest) = parts switch
        {
            ["api", "v1", .. var after] => ("", "v1", after),
            ["apis", var name, var served, .. var after] => (name, served, after),
            _ => ("", "", []),
        };
        return rest switch
        {
            [] => null,
            ["namespaces", var ns, var plural] when !IsNamespaceSubresource(plural) => new(group, version, ns, plural, null, ""),
            ["namespaces", var ns, var plural, var name] => new(group, version, ns, plural, name, ""),
            ["namespaces", var ns, var plural, var name, var sub] => new(group, version, ns, plural, name, sub),
            [var plural] => new(group, version, null, plural, null, ""),
            [var plural, var name] => new(group, version, null, plural, name, ""),
            [var plural, var name, var sub] => new(group, version, null, plural, name, sub),
            _ => null,
        };
    }

    /// <returns>Null when this server does not serve it.</returns>
    public ApiRequest? In(ResourceCatalog catalog, HttpRequest request)
    {
        if (catalog.ByPlural(Group, Plural) is not { } resource || !resource.Versions.Contains(Version)) return null;
        if (Namespace is not null && !resource.IsNamespaced) return null;
        if (Namespace is null && Name is not null && resource.IsNamespaced) return null;
        return new ApiRequest { Resource = resource, Version = Version, Namespace = Namespace, Name = Name, Subresource = Subresource, Verb = VerbOf(request, Name is not null) };
    }

    public static string VerbOf(HttpRequest request, bool named) => request.Method switch
    {
        "GET" or "HEAD" when IsTrue(request.Query["watch"]) => "watch",
        "GET" or "HEAD" => named ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => request.ContentType?.StartsWith("application/apply-patch", StringComparison.Ordinal) == true ? "apply" : "patch",
        "DELETE" => named ? "delete" : "deletecollection",
        var other => other.ToLowerInvariant(),
    };

    public static bool IsTrue(string? value) => value is "true" or "1" or "True" or "TRUE" or "t" or "T";

    private static bool IsNamespaceSubresource(string name) => name is "status" or "finalize";
}
