using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Deletes objects as the API does: at once, or when their finalizers and their containers are done.</summary>
internal sealed class ResourceRemover(KubernetesStore store)
{
    private const long DefaultGraceSeconds = 30;

    // How long a simulated container takes to stop, when its grace period allows.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly HashSet<ITimer> _timers = [];

    /// <summary>The answer of the API: the object while it waits, else a Status.</summary>
    public JsonObject Delete(ApiRequest request, DeleteOptions options) => store.Transact(() =>
    {
        var resource = request.Resource;
        var existing = store.Find(resource, StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(resource, request.Name!);
        var json = existing.ToJson(request.Version);
        var metadata = json["metadata"]!.AsObject();
        if (options.Uid is { } uid && uid != existing.Uid) throw Statuses.DeletePrecondition(resource, existing.Name, "UID", uid, existing.Uid, "deleted and then recreated");
        if (options.ResourceVersion is { } version && version != (string?)metadata["resourceVersion"])
            throw Statuses.DeletePrecondition(resource, existing.Name, "ResourceVersion", version, (string)metadata["resourceVersion"]!, "modified");
        var grace = Grace(resource, json, options);
        if (metadata["finalizers"] is JsonArray { Count: > 0 } || grace > 0) return Begin(existing, json, grace, options.DryRun);
        if (!options.DryRun) json = store.Write(resource, json, ChangeType.Deleted).ToJson(request.Version);
        return resource is { Group: "", Plural: "pods" or "persistentvolumes" or "persistentvolumeclaims" or "serviceaccounts" or "namespaces" } ? json : Statuses.Deleted(resource, existing.Name, existing.Uid);
    });

    private JsonObject Begin(StoredObject existing, JsonObject json, long grace, bool dryRun)
    {
        var metadata = json["metadata"]!.AsObject();
        var pending = (long?)metadata["deletionGracePeriodSeconds"];
        if (metadata["deletionTimestamp"] is not null && (pending is null || pending <= grace)) return json;
        metadata["deletionTimestamp"] = ObjectIdentity.Timestamp(store.Time.GetUtcNow().AddSeconds(grace));
        metadata["deletionGracePeriodSeconds"] = grace;
        if (metadata["generation"] is { } generation) metadata["generation"] = (long)generation + 1;
        if (dryRun) return json;
        if (grace > 0) StopLater(existing, TimeSpan.FromSeconds(grace));
        return store.Write(existing.Resource, json, ChangeType.Modified).ToJson();
    }

    private static long Grace(ApiResource resource, JsonObject json, DeleteOptions options)
    {
        // Only the kubelet of a pod's node makes a deletion wait.
        if (resource is not { Group: "", Plural: "pods" } || string.IsNullOrEmpty((string?)json["spec"]?["nodeName"])) return 0;
        if ((string?)json["status"]?["phase"] is "Succeeded" or "Failed") return 0;
        return options.GracePeriodSeconds ?? (long?)json["spec"]?["terminationGracePeriodSeconds"] ?? DefaultGraceSeconds;
    }

    // Stands in for the kubelet, which removes the pod once its containers have stopped.
    private void StopLater(StoredObject pod, TimeSpan grace)
    {
        ITimer? timer = null;
        timer = store.Time.CreateTimer(_ => store.Transact(() =>
        {
            if (timer is not null && _timers.Remove(timer)) timer.Dispose();
            if (store.Find(pod.Resource, pod.Key) is not { } current || current.Uid != pod.Uid) return false;
            var json = current.ToJson();
            if (json["metadata"]!["finalizers"] is JsonArray { Count: > 0 })
            {
                json["metadata"]!["deletionGracePeriodSeconds"] = 0;
                store.Write(pod.Resource, json, ChangeType.Modified);
            }
            else
            {
                store.Write(pod.Resource, json, ChangeType.Deleted);
            }
            return true;
        }), null, grace < StopTime ? grace : StopTime, Timeout.InfiniteTimeSpan);
        _timers.Add(timer);
    }
}
