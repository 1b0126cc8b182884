using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A node and pods on it whose kubelet is a <see cref="StubKubelet"/>: made and brought up by hand, since no scheduler or kubelet runs.</summary>
internal sealed class StubNode(KubernetesClient client, string name)
{
    private static readonly ApplyOptions _options = new() { FieldManager = "stub-kubelet", Force = true };

    public string Name => name;

    /// <summary>Registers a node whose kubelet answers on that port of loopback.</summary>
    public static async Task<StubNode> RegisterAsync(KubernetesClient client, string name, int port, CancellationToken cancellationToken)
    {
        var node = new StubNode(client, name);
        await client.ApplyAsync(ResourceTypes.Nodes, Parse($$$"""{"metadata":{"name":"{{{name}}}"}}"""), _options, cancellationToken);
        await client.MergePatchAsync(ResourceTypes.Nodes, null, name, Parse($$$"""
            {"status":{"addresses":[{"type":"InternalIP","address":"127.0.0.1"}],"daemonEndpoints":{"kubeletEndpoint":{"Port":{{{port}}}}},
            "conditions":[{"type":"Ready","status":"True","reason":"KubeletReady"}]}}
            """), new PatchOptions { Subresource = "status" }, cancellationToken);
        return node;
    }

    /// <summary>A pod on this node that is about to start: its containers wait.</summary>
    public async Task CreatePodAsync(string ns, string pod, IReadOnlyList<string> containers, CancellationToken cancellationToken) =>
        await client.ApplyAsync(ResourceTypes.Pods, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = pod, ["namespace"] = ns },
            ["spec"] = new JsonObject
            {
                ["nodeName"] = name,
                ["containers"] = new JsonArray([.. containers.Select(container => new JsonObject { ["name"] = container, ["image"] = "example/stub:1" })]),
            },
        }, _options, cancellationToken);

    /// <summary>Sets the status of one container; the rest of the pod is that of a running one.</summary>
    /// <param name="state">Such as <c>{"running":{"startedAt":"…"}}</c>.</param>
    public async Task SetContainerAsync(string ns, string pod, string container, JsonObject state, int restarts, CancellationToken cancellationToken, JsonObject? lastState = null)
    {
        var isRunning = state.ContainsKey("running");
        var status = new JsonObject
        {
            ["name"] = container, ["image"] = "example/stub:1", ["imageID"] = "stub", ["containerID"] = $"stub://{container}-{restarts}",
            ["ready"] = isRunning, ["started"] = isRunning, ["restartCount"] = restarts, ["state"] = state, ["lastState"] = lastState ?? [],
        };
        var pods = await client.GetRawAsync(ResourceTypes.Pods, ns, pod, cancellationToken);
        var others = pods?["status"]?["containerStatuses"]?.AsArray().Where(other => (string?)other!["name"] != container) ?? [];
        await client.MergePatchAsync(ResourceTypes.Pods, ns, pod, new JsonObject
        {
            ["status"] = new JsonObject
            {
                ["phase"] = "Running", ["podIP"] = "10.42.0.9", ["hostIP"] = "127.0.0.1",
                ["containerStatuses"] = new JsonArray([.. others.Select(other => other!.DeepClone()), status]),
            },
        }, new PatchOptions { Subresource = "status" }, cancellationToken);
    }

    /// <summary>All containers of a new pod are up.</summary>
    public async Task StartPodAsync(string ns, string pod, IReadOnlyList<string> containers, CancellationToken cancellationToken)
    {
        await CreatePodAsync(ns, pod, containers, cancellationToken);
        foreach (var container in containers)
            await SetContainerAsync(ns, pod, container, Running(), restarts: 0, cancellationToken);
    }

    public async Task RemoveAsync(CancellationToken cancellationToken) =>
        await client.DeleteAsync(ResourceTypes.Nodes, null, name, DeletePreconditions.None, cancellationToken);

    public static JsonObject Running() => new() { ["running"] = new JsonObject { ["startedAt"] = Now() } };

    public static JsonObject Terminated(int exitCode, string reason) => new()
    {
        ["terminated"] = new JsonObject { ["exitCode"] = exitCode, ["reason"] = reason, ["startedAt"] = Now(), ["finishedAt"] = Now(), ["containerID"] = "stub://ended" },
    };

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
