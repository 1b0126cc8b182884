using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Answers "may I": <c>selfsubjectaccessreviews</c> of authorization.k8s.io/v1.</summary>
internal static class AccessReview
{
    public const string Path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    public static async Task RunAsync(HttpContext context, string user)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) throw Statuses.MethodNotAllowed();
        var review = await RequestBody.ReadObjectAsync(context);
        var asked = review["spec"]?["resourceAttributes"];
        var allowed = Access.Allows(user, (string?)asked?["verb"] ?? "get", (string?)asked?["resource"] ?? "", (string?)asked?["subresource"] ?? "");
        (review["kind"], review["apiVersion"]) = ("SelfSubjectAccessReview", "authorization.k8s.io/v1");
        if (review["metadata"] is null) review["metadata"] = new JsonObject();
        review["status"] = new JsonObject { ["allowed"] = allowed };
        await Answers.WriteAsync(context, review, 201);
    }
}
