using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Patching;
using HomelabPortal.Simulator.Kubernetes.Storage;
using HomelabPortal.Simulator.Kubernetes.Writing;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>The <c>/scale</c> subresource: the replica count of a workload, and nothing else of it.</summary>
internal sealed class ScaleCalls(KubernetesStore store, ResourceWriter writer)
{
    public Task GetAsync(HttpContext context, ApiRequest request)
    {
        var item = store.Find(request.Resource, StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        return Answers.WriteAsync(context, ScaleOf(item.ToJson(request.Version)));
    }

    public async Task WriteAsync(HttpContext context, ApiRequest request)
    {
        var body = await RequestBody.ReadAsync(context);
        var type = WriteQuery.MediaType(context.Request);
        var result = writer.Patch(request with { Subresource = "" }, live =>
        {
            var before = ScaleOf(live);
            var after = request.Verb == "update" ? body as JsonObject
                : body is JsonArray operations && type == "application/json-patch+json" ? JsonPatch.Apply(before, operations)
                : MergePatch.Apply(before, body) as JsonObject;
            var sent = after ?? throw Statuses.BadRequest("the body is not an object");
            if (sent["spec"]?["replicas"] is not { } replicas) replicas = 0;
            live["spec"]!["replicas"] = replicas.DeepClone();
            if ((string?)sent["metadata"]?["resourceVersion"] is { Length: > 0 } version) live["metadata"]!["resourceVersion"] = version;
            return live;
        }, WriteQuery.Parse(context.Request));
        await Answers.WriteAsync(context, ScaleOf(result));
    }

    private static JsonObject ScaleOf(JsonObject workload)
    {
        var metadata = new JsonObject();
        foreach (var name in new[] { "name", "namespace", "uid", "resourceVersion", "creationTimestamp" })
        {
            if (workload["metadata"]![name] is { } value) metadata[name] = value.DeepClone();
        }
        var labels = (workload["spec"]?["selector"]?["matchLabels"] as JsonObject ?? []).Select(label => $"{label.Key}={(string?)label.Value}");
        return new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = workload["spec"]?["replicas"]?.DeepClone() ?? 0 },
            ["status"] = new JsonObject { ["replicas"] = workload["status"]?["replicas"]?.DeepClone() ?? 0, ["selector"] = string.Join(",", labels) },
        };
    }
}
