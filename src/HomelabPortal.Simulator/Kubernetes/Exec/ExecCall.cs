using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>Runs programs in containers, over a WebSocket that speaks v5 or v4 of the channel protocol.</summary>
internal sealed class ExecCall(KubernetesStore store, FaultInjector faults)
{
    private readonly KubeletExec _kubelet = new(store.Time);

    public async Task RunAsync(HttpContext context, ApiRequest request, CancellationToken stopping)
    {
        var pod = store.Find(request.Resource, StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        var container = ExecTarget.ContainerOf(pod, context.Request.Query["container"].ToString());
        var command = context.Request.Query["command"].Select(part => part ?? "").ToList();
        if (command.Count == 0) throw Statuses.BadRequest("you must specify at least 1 command for the container");
        if (!context.WebSockets.IsWebSocketRequest) throw Statuses.BadRequest("Upgrade request required");
        if (!ExecTarget.IsRunning(pod, (string)container["name"]!))
        {
            await Answers.WriteTextAsync(context, 500, $"container not found (\"{(string?)container["name"]}\")");
            return;
        }

        await RunAsync(context, ContainerPlace.Of(pod, container), command, stopping);
    }

    private async Task RunAsync(HttpContext context, ContainerPlace place, IReadOnlyList<string> command, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        StreamHandle? open = null;
        using var handle = faults.OpenStream(context, () => Strike(context, open));
        open = handle;
        Strike(context, open);
        var query = context.Request.Query;
        await _kubelet.ServeAsync(context, place, command, ApiPath.IsTrue(query["stdin"]), ApiPath.IsTrue(query["tty"]), () => handle.Effect is FaultEffect.SilentWatch, ends.Token);
    }

    private static void Strike(HttpContext context, StreamHandle? stream)
    {
        if (stream?.Effect is FaultEffect.DropWatch) context.Abort();
    }
}
