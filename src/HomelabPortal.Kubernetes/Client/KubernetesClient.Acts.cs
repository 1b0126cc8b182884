using System.Text.Json.Nodes;

namespace HomelabPortal.Kubernetes;

/// <summary>What is done once, on somebody's word.</summary>
public sealed partial class KubernetesClient
{
    /// <summary>
    /// Makes a new object. An object of that name that is there already is <see cref="KubernetesErrorKind.AlreadyExists"/>.
    /// The manifest may carry metadata.generateName instead of a name; apiVersion and kind are set to what the server serves.
    /// </summary>
    public Task<JsonObject> CreateAsync(ResourceType type, string? ns, JsonObject manifest, PatchOptions options, CancellationToken cancellationToken = default) =>
        WithVersionAsync(
            type,
            served =>
            {
                var body = manifest.DeepClone().AsObject();
                (body["apiVersion"], body["kind"]) = (served.ApiVersion, served.Kind);
                var request = new ApiRequest(HttpMethod.Post, served.CollectionPath(ns) + Query(options), $"create {served.Kind} in {ns}") { Content = Json(body, "application/json") };
                return _transport.CallAsync(request, _transport.CallTimeout, BodyReader.ReadObjectAsync, cancellationToken);
            },
            cancellationToken);

    /// <summary>JSON patch (RFC 6902): all operations or none. A failed "test" is <see cref="KubernetesErrorKind.Invalid"/>.</summary>
    public Task<JsonObject> JsonPatchAsync(ResourceType type, string? ns, string name, JsonArray operations, PatchOptions options, CancellationToken cancellationToken = default) =>
        WithVersionAsync(
            type,
            served =>
            {
                var request = new ApiRequest(HttpMethod.Patch, served.ObjectPath(ns, name, options.Subresource) + Query(options), $"patch {Describe(served, ns, name)}")
                {
                    Content = Json(operations, "application/json-patch+json"),
                };
                return _transport.CallAsync(request, _transport.CallTimeout, BodyReader.ReadObjectAsync, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Asks for a pod to leave (policy/v1 Eviction), which its disruption budgets may refuse:
    /// that is <see cref="KubernetesErrorKind.TooManyRequests"/>, and one asks again later.
    /// </summary>
    /// <param name="uid">The pod that is meant; another one of the same name is left alone (<see cref="KubernetesErrorKind.Conflict"/>).</param>
    /// <param name="dryRun">Only ask whether it would be allowed.</param>
    /// <returns>False when the pod was gone already. True means accepted: it still has its grace period.</returns>
    public async Task<bool> EvictAsync(string ns, string pod, string uid, bool dryRun = false, CancellationToken cancellationToken = default)
    {
        try
        {
            await SendEvictionAsync(ns, pod, uid, dryRun, "policy/v1", cancellationToken);
            return true;
        }
        catch (KubernetesApiException refused) when (refused.Kind == KubernetesErrorKind.Invalid)
        {
            return await EvictBefore122Async(ns, pod, uid, dryRun, refused, cancellationToken);
        }
        catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.NotFound)
        {
            return false;
        }
    }

    /// <summary>Servers before 1.22 take the older version alone. A request they could not read did nothing, so it may be sent again.</summary>
    private async Task<bool> EvictBefore122Async(string ns, string pod, string uid, bool dryRun, KubernetesApiException refused, CancellationToken cancellationToken)
    {
        try
        {
            await SendEvictionAsync(ns, pod, uid, dryRun, "policy/v1beta1", cancellationToken);
            return true;
        }
        catch (KubernetesApiException again) when (again.Kind == KubernetesErrorKind.NotFound)
        {
            return false;
        }
        catch (KubernetesApiException again) when (again.Kind == KubernetesErrorKind.Invalid)
        {
            throw refused;
        }
    }

    private Task SendEvictionAsync(string ns, string pod, string uid, bool dryRun, string apiVersion, CancellationToken cancellationToken)
    {
        var eviction = new JsonObject
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = "Eviction",
            ["metadata"] = new JsonObject { ["name"] = pod, ["namespace"] = ns },
            ["deleteOptions"] = new JsonObject { ["preconditions"] = new JsonObject { ["uid"] = uid } },
        };
        var path = ResourceTypes.Pods.ObjectPath(ns, pod, "eviction") + ApiRequest.Query(("dryRun", dryRun ? "All" : null));
        var request = new ApiRequest(HttpMethod.Post, path, $"evict Pod {ns}/{pod}") { Content = Json(eviction, "application/json") };
        return _transport.CallAsync(request, _transport.CallTimeout, BodyReader.BytesAsync, cancellationToken);
    }

    private static string Query(PatchOptions options) => ApiRequest.Query(("fieldManager", options.FieldManager), ("dryRun", options.DryRun ? "All" : null));
}
