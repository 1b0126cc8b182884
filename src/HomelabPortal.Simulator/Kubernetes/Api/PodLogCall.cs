using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Kubelet;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>The API server's part of a log: it finds the pod, chooses the container and hands on what the kubelet says.</summary>
internal sealed class PodLogCall(KubernetesStore store, KubeletLogs logs, LogWriter? writer, FaultInjector faults)
{
    public async Task RunAsync(HttpContext context, ApiRequest request, CancellationToken stopping)
    {
        var pod = Find(request) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        var container = Container(pod, context.Request.Query["container"].ToString());
        var key = new ContainerKey(request.Namespace!, request.Name!, container, (string)pod["metadata"]!["uid"]!);
        // Reading the log is what makes the lab's containers write it.
        if (writer?.Follow(key, logs, () => Find(request)) == false)
            throw Statuses.BadRequest($"container \"{container}\" in pod \"{request.Name}\" is waiting to start: {Waiting(pod, container)}");
        await ServeAsync(context, key, stopping);
    }

    private async Task ServeAsync(HttpContext context, ContainerKey key, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var silence = new CancellationTokenSource();
        using var sends = CancellationTokenSource.CreateLinkedTokenSource(ends.Token, silence.Token);
        StreamHandle? stream = null;
        stream = faults.OpenStream(context, Strike);
        try
        {
            if (stream.Effect is not null) Strike();
            await logs.ServeAsync(context, key.Namespace, key.Pod, key.Container, sends.Token);
        }
        catch (KubeletException refusal)
        {
            throw Statuses.BadRequest(refusal.Message);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader has gone or the lab stops: an ordinary end of following.
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, store.Time, ends.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        finally
        {
            stream.Dispose();
        }

        void Strike()
        {
            if (stream?.Effect is FaultEffect.SilentWatch) silence.Cancel();
            else if (stream is not null) context.Abort();
        }
    }

    private JsonObject? Find(ApiRequest request) => store.Find(request.Resource, StoredObject.KeyOf(request.Namespace, request.Name!))?.ToJson();

    private static string Container(JsonObject pod, string asked)
    {
        var name = (string)pod["metadata"]!["name"]!;
        var main = Names(pod, "containers");
        var init = Names(pod, "initContainers");
        if (asked.Length > 0)
            return main.Concat(init).Contains(asked) ? asked : throw Statuses.BadRequest($"container {asked} is not valid for pod {name}");
        return main.Count == 1 ? main[0] : throw Statuses.BadRequest(
            $"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', main)}]"
            + (init.Count == 0 ? "" : $" or one of the init containers: [{string.Join(' ', init)}]"));
    }

    private static List<string> Names(JsonObject pod, string member) =>
        [.. (pod["spec"]?[member]?.AsArray() ?? []).Select(container => (string)container!["name"]!)];

    private static string Waiting(JsonObject pod, string container) =>
        (string?)ContainerStand.Find(pod, container)?["state"]?["waiting"]?["reason"] switch
        {
            "ErrImagePull" => "image can't be pulled",
            "ImagePullBackOff" => "trying and failing to pull image",
            { } reason => reason,
            null => "ContainerCreating",
        };
}
