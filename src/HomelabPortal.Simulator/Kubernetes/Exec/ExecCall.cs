using System.Net.WebSockets;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>Runs programs in containers, over a WebSocket that speaks v5 or v4 of the channel protocol.</summary>
internal sealed class ExecCall(KubernetesStore store, FaultInjector faults)
{
    private static readonly string[] _protocols = ["v5.channel.k8s.io", "v4.channel.k8s.io"];

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

        var offered = context.WebSockets.WebSocketRequestedProtocols;
        var protocol = _protocols.FirstOrDefault(offered.Contains) ?? throw Statuses.BadRequest($"unable to upgrade: unable to negotiate protocol: client supports [{string.Join(' ', offered)}], server accepts [{string.Join(' ', _protocols)}]");
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        await RunAsync(context, socket, ContainerPlace.Of(pod, container), command, stopping);
    }

    private async Task RunAsync(HttpContext context, WebSocket socket, ContainerPlace place, IReadOnlyList<string> command, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        StreamHandle? open = null;
        using var handle = faults.OpenStream(context, () => Strike(context, open));
        open = handle;
        Strike(context, open);
        using var channels = new ChannelSocket(socket, ends.Token);
        var query = context.Request.Query;
        var program = new ContainerProgram(place, new ContainerIo(channels, ApiPath.IsTrue(query["tty"])), ApiPath.IsTrue(query["stdin"]), store.Time);
        try
        {
            if (handle.Effect is FaultEffect.SilentWatch) await Task.Delay(Timeout.InfiniteTimeSpan, store.Time, ends.Token);
            var status = await program.RunAsync(channels, command, ends.Token);
            if (status is not null) await channels.FinishAsync(status, ends.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or IOException)
        {
            // The connection is gone, and with it the program.
        }
    }

    private static void Strike(HttpContext context, StreamHandle? stream)
    {
        if (stream?.Effect is FaultEffect.DropWatch) context.Abort();
    }
}
