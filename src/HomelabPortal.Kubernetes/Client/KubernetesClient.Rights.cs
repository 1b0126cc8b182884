using System.Text.Json.Nodes;

namespace HomelabPortal.Kubernetes;

/// <summary>What the client itself may do.</summary>
public sealed partial class KubernetesClient
{
    /// <summary>
    /// Asks the server whether this client may do something (authorization.k8s.io/v1 SelfSubjectAccessReview).
    /// True says nothing about admission rules, which may still refuse.
    /// </summary>
    /// <param name="resource">With its subresource, such as "deployments/scale".</param>
    /// <param name="ns">Null asks for all namespaces, or for a cluster-scoped kind.</param>
    public async Task<bool> MayAsync(string verb, string group, string resource, string? ns, CancellationToken cancellationToken = default)
    {
        var parts = resource.Split('/', 2);
        var asked = new JsonObject { ["verb"] = verb, ["group"] = group, ["resource"] = parts[0] };
        if (parts.Length > 1)
            asked["subresource"] = parts[1];
        if (ns is not null)
            asked["namespace"] = ns;
        var review = new JsonObject
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = "SelfSubjectAccessReview",
            ["spec"] = new JsonObject { ["resourceAttributes"] = asked },
        };
        var request = new ApiRequest(HttpMethod.Post, "apis/authorization.k8s.io/v1/selfsubjectaccessreviews", $"ask whether this account may {verb} {resource}")
        {
            Content = Json(review, "application/json"),
        };
        var answer = await _transport.CallAsync(request, _transport.CallTimeout, BodyReader.ReadObjectAsync, cancellationToken);
        return answer["status"]?["allowed"]?.GetValue<bool>() == true;
    }
}
