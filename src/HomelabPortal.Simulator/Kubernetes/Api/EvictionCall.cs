using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Selecting;
using HomelabPortal.Simulator.Kubernetes.Storage;
using HomelabPortal.Simulator.Kubernetes.Writing;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Evicts a pod, unless a disruption budget says no.</summary>
internal sealed class EvictionCall(KubernetesStore store, ResourceRemover remover)
{
    public async Task RunAsync(HttpContext context, ApiRequest request)
    {
        var body = await RequestBody.ReadObjectAsync(context);
        var options = body["deleteOptions"] as JsonObject ?? [];
        var dryRun = context.Request.Query["dryRun"] == "All" || options["dryRun"] is JsonArray { Count: > 0 };
        store.Transact(() =>
        {
            var pod = store.Find(request.Resource, StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
            SpendBudget(pod, dryRun);
            return remover.Delete(request with { Subresource = "" }, new DeleteOptions
            {
                Uid = (string?)options["preconditions"]?["uid"],
                ResourceVersion = (string?)options["preconditions"]?["resourceVersion"],
                GracePeriodSeconds = (long?)options["gracePeriodSeconds"],
                DryRun = dryRun,
            });
        });
        await Answers.WriteAsync(context, Statuses.Success(), 201);
    }

    private void SpendBudget(StoredObject pod, bool dryRun)
    {
        var budgets = store.Catalog.ByPlural("policy", "poddisruptionbudgets")!;
        var matching = store.Snapshot(budgets).Items.Values.Where(budget => budget.Namespace == pod.Namespace)
            .Where(budget => LabelSelector.FromJson(budget.ToJson()["spec"]?["selector"]) is { IsEmpty: false } selector && selector.Matches(pod.Labels)).ToList();
        if (matching.Count == 0) return;
        if (matching.Count > 1) throw Statuses.Internal("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        var json = matching[0].ToJson();
        var status = json["status"] as JsonObject ?? [];
        var allowed = (long?)status["disruptionsAllowed"] ?? 0;
        if (allowed <= 0) throw Refusal(matching[0].Name, status);
        if (dryRun) return;
        status["disruptionsAllowed"] = allowed - 1;
        store.Write(budgets, json, ChangeType.Modified);
    }

    private static StatusException Refusal(string budget, JsonObject status) =>
        Statuses.Failure(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", new JsonObject
        {
            ["causes"] = new JsonArray(new JsonObject
            {
                ["reason"] = "DisruptionBudget",
                ["message"] = $"The disruption budget {budget} needs {status["desiredHealthy"] ?? 0} healthy pods and has {status["currentHealthy"] ?? 0} currently",
            }),
        });
}
