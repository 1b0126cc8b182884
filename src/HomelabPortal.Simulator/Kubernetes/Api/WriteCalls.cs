using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Patching;
using HomelabPortal.Simulator.Kubernetes.Selecting;
using HomelabPortal.Simulator.Kubernetes.Writing;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Answers create, update, patch, apply and delete.</summary>
internal sealed class WriteCalls(KubernetesStore store)
{
    private readonly ResourceWriter _writer = new(store);
    private readonly ResourceRemover _remover = new(store);

    public ResourceWriter Writer => _writer;

    public ResourceRemover Remover => _remover;

    public async Task CreateAsync(HttpContext context, ApiRequest request)
    {
        if (request.Resource.IsNamespaced && request.Namespace is null) throw Statuses.MethodNotAllowed();
        var json = await RequestBody.ReadObjectAsync(context);
        if (request.Resource.IsCustom) BodyRules.CheckSaysKind(json);
        BodyRules.Identify(request, json);
        await Answers.WriteAsync(context, _writer.Create(request, json, WriteQuery.Parse(context.Request)), 201);
    }

    public async Task UpdateAsync(HttpContext context, ApiRequest request)
    {
        var json = await RequestBody.ReadObjectAsync(context);
        if (request.Resource.IsCustom) BodyRules.CheckSaysKind(json);
        BodyRules.Identify(request, json);
        var result = _writer.Replace(request, json, WriteQuery.Parse(context.Request));
        await Answers.WriteAsync(context, result.Object, result.Created ? 201 : 200);
    }

    public async Task PatchAsync(HttpContext context, ApiRequest request)
    {
        var options = WriteQuery.Parse(context.Request);
        var type = WriteQuery.MediaType(context.Request);
        var body = await RequestBody.ReadAsync(context);
        if (type == WriteQuery.ApplyType)
        {
            await ApplyAsync(context, request, body as JsonObject ?? throw Statuses.BadRequest("the body is not an object"), options);
            return;
        }
        WriteQuery.CheckPatch(context.Request);
        var change = Patch(request, type, body);
        await Answers.WriteAsync(context, _writer.Patch(request, live => Patched(request, live, change), options));
    }

    public async Task DeleteAsync(HttpContext context, ApiRequest request)
    {
        var options = await WriteQuery.ParseDeleteAsync(context);
        await Answers.WriteAsync(context, _remover.Delete(request, options));
    }

    /// <summary>Deletes everything the selectors choose.</summary>
    public async Task DeleteAllAsync(HttpContext context, ApiRequest request)
    {
        var options = await WriteQuery.ParseDeleteAsync(context);
        var query = context.Request.Query;
        var filter = ObjectFilter.Parse(request.Resource, request.Namespace, null, query["labelSelector"].ToString(), query["fieldSelector"].ToString());
        var chosen = store.Snapshot(request.Resource).Items.Values.Where(filter.Matches).ToList();
        foreach (var item in chosen)
            _remover.Delete(request with { Name = item.Name, Namespace = item.Namespace.Length == 0 ? null : item.Namespace }, options);
        await Answers.WriteAsync(context, Statuses.Success([]));
    }

    private async Task ApplyAsync(HttpContext context, ApiRequest request, JsonObject wanted, WriteOptions options)
    {
        WriteQuery.CheckApply(context.Request);
        BodyRules.CheckApplied(request, wanted);
        BodyRules.Identify(request, wanted);
        var result = _writer.Apply(request, wanted, options);
        await Answers.WriteAsync(context, result.Object, result.Created ? 201 : 200);
    }

    private static Func<JsonObject, JsonObject> Patch(ApiRequest request, string type, JsonNode? body) => type switch
    {
        "application/merge-patch+json" when body is JsonObject => live => MergePatch.Apply(live, body)!.AsObject(),
        "application/strategic-merge-patch+json" when body is JsonObject patch && !request.Resource.IsCustom => live => StrategicMergePatch.Apply(live, patch),
        "application/json-patch+json" when body is JsonArray operations => live => JsonPatch.Apply(live, operations),
        "application/merge-patch+json" or "application/json-patch+json" => throw Statuses.BadRequest("the body does not fit the type of patch"),
        _ => throw Statuses.UnsupportedMediaType(
            "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml" + (request.Resource.IsCustom ? "" : ", application/strategic-merge-patch+json")),
    };

    private static JsonObject Patched(ApiRequest request, JsonObject live, Func<JsonObject, JsonObject> change)
    {
        JsonObject patched;
        try
        {
            patched = change(live);
        }
        catch (Exception problem) when (problem is InvalidOperationException or JsonException)
        {
            throw Statuses.BadRequest("the patch does not fit the object: " + problem.Message);
        }
        if (patched["metadata"] is not JsonObject) throw Statuses.BadRequest("the patch removes the metadata");
        BodyRules.Identify(request, patched);
        return patched;
    }
}
