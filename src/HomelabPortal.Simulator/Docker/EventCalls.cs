using System.Text;

namespace HomelabPortal.Simulator.Docker;

internal static class EventCalls
{
    private static readonly string[] Known =
        ["config", "container", "daemon", "event", "image", "label", "network", "node", "plugin", "scope", "secret", "service", "type", "volume"];

    public static async Task StreamAsync(DockerCall call)
    {
        var filters = EngineFilters.Parse(call.Query("filters"), Known);
        var (since, until) = (EngineTime.Parse(call.Query("since")), EngineTime.Parse(call.Query("until")));
        var (past, future) = call.Host.Events.Follow();
        try
        {
            call.Context.Response.ContentType = "application/json";
            // The headers go out at once, before there is any event.
            await call.Context.Response.Body.FlushAsync(call.Aborted);
            if (since is not null)
                foreach (var happened in past.Where(happened => happened.At >= since && (until is null || happened.At <= until)))
                    await WriteAsync(happened);
            var left = until - call.Host.Time.GetUtcNow();
            if (left is { } rest && rest <= TimeSpan.Zero) return;
            await StreamPump.RunAsync(call, future.Reader, left, WriteAsync);
        }
        finally
        {
            call.Host.Events.Leave(future);
        }

        async Task WriteAsync(EngineEvent happened)
        {
            if (!Matches(happened, filters)) return;
            await call.Context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(happened.Document().ToJsonString(SimulatorJson.Options) + "\n"), call.Aborted);
            await call.Context.Response.Body.FlushAsync(call.Aborted);
        }
    }

    private static bool Matches(EngineEvent happened, IReadOnlyDictionary<string, IReadOnlyList<string>> filters) => filters.All(filter => filter.Key switch
    {
        "type" => filter.Value.Contains("container"),
        // "health_status" stands for "health_status: healthy" too.
        "event" => filter.Value.Any(wanted => happened.Action == wanted || happened.Action.StartsWith(wanted + ":", StringComparison.Ordinal)),
        "container" => filter.Value.Any(wanted => happened.ContainerId.StartsWith(wanted, StringComparison.Ordinal) || happened.Attributes["name"] == wanted),
        "image" => filter.Value.Contains(happened.Attributes["image"]),
        "label" => filter.Value.All(wanted => wanted.Split('=', 2) is [var key, var value]
            ? happened.Attributes.GetValueOrDefault(key) == value
            : happened.Attributes.ContainsKey(wanted)),
        "scope" => filter.Value.Contains("local"),
        _ => false,
    });
}
