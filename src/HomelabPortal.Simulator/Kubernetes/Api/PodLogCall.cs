using System.Globalization;
using System.Text;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Writes made-up but steady log lines: the same pod always has the same past.</summary>
internal sealed class PodLogCall(KubernetesStore store, FaultInjector faults)
{
    private const int Past = 200;
    private static readonly string[] Messages =
        ["request served in 12 ms", "health check passed", "cache refreshed, 42 entries", "connection from 10.42.0.17 closed", "scheduled job finished"];
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public async Task RunAsync(HttpContext context, ApiRequest request, CancellationToken stopping)
    {
        var query = context.Request.Query;
        var pod = store.Find(request.Resource, StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        var container = Container(pod, query["container"].ToString());
        var timestamps = ApiPath.IsTrue(query["timestamps"]);
        var tail = int.TryParse(query["tailLines"], NumberStyles.None, CultureInfo.InvariantCulture, out var lines) ? Math.Min(lines, Past) : Past;
        var now = store.Time.GetUtcNow().Ticks / Every.Ticks;
        context.Response.ContentType = "text/plain";
        var text = new StringBuilder();
        for (var tick = now - tail + 1; tick <= now; tick++) text.Append(Line(container, tick, timestamps));
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        if (ApiPath.IsTrue(query["follow"])) await FollowAsync(context, container, timestamps, now, stopping);
    }

    private async Task FollowAsync(HttpContext context, string container, bool timestamps, long tick, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var stream = faults.OpenStream(context, context.Abort);
        using var timer = new PeriodicTimer(Every, store.Time);
        try
        {
            await context.Response.Body.FlushAsync(ends.Token);
            while (await timer.WaitForNextTickAsync(ends.Token)) await context.Response.WriteAsync(Line(container, ++tick, timestamps), ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader has gone or the lab stops: an ordinary end of following.
        }
    }

    private static string Container(StoredObject pod, string asked)
    {
        var names = (pod.ToJson()["spec"]?["containers"]?.AsArray() ?? []).Select(container => (string)container!["name"]!).ToList();
        if (asked.Length > 0)
            return names.Contains(asked) ? asked : throw Statuses.BadRequest($"container {asked} is not valid for pod {pod.Name}");
        return names.Count == 1
            ? names[0]
            : throw Statuses.BadRequest($"a container name must be specified for pod {pod.Name}, choose one of: [{string.Join(' ', names)}]");
    }

    private static string Line(string container, long tick, bool timestamps)
    {
        var at = new DateTimeOffset(tick * Every.Ticks, TimeSpan.Zero).ToString("yyyy-MM-dd'T'HH:mm:ss'.000000000Z'", CultureInfo.InvariantCulture);
        return $"{(timestamps ? at + " " : "")}level=info app={container} msg=\"{Messages[tick % Messages.Length]}\" tick={tick}\n";
    }
}
