using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Serves a <see cref="DockerState"/>, with and without a version before the path.</summary>
internal static class DockerEndpoints
{
    public static async Task HandleAsync(DockerState host, HttpContext context, OpenStream? openStream)
    {
        var response = context.Response;
        try
        {
            var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var version = Version.Parse(host.Facts.ApiVersion);
            if (path is [['v', ..] first, ..] && Version.TryParse(first.AsSpan(1), out var asked))
                (version, path) = (asked, path[1..]);
            response.Headers["Api-Version"] = host.Facts.ApiVersion;
            response.Headers["Docker-Experimental"] = "false";
            response.Headers["Ostype"] = "linux";
            response.Headers.Server = $"Docker/{host.Facts.EngineVersion} (linux)";
            CheckVersion(host.Facts, version);
            await RouteAsync(new DockerCall(host, context, version, path, openStream));
        }
        catch (DockerFault fault)
        {
            response.StatusCode = fault.Status;
            response.ContentType = fault.IsPlainText ? "text/plain; charset=utf-8" : "application/json";
            var body = fault.IsPlainText ? fault.Message : new JsonObject { ["message"] = fault.Message }.ToJsonString(SimulatorJson.Options) + "\n";
            await response.WriteAsync(body, context.RequestAborted);
        }
    }

    private static void CheckVersion(DockerHostFacts facts, Version version)
    {
        if (version > Version.Parse(facts.ApiVersion)) throw DockerErrors.TooNew(version.ToString(), facts.ApiVersion);
        if (version < Version.Parse(facts.MinApiVersion)) throw DockerErrors.TooOld(version.ToString(), facts.MinApiVersion);
    }

    private static Task RouteAsync(DockerCall call) => (call.Context.Request.Method, call.Path) switch
    {
        ("GET" or "HEAD", ["_ping"]) => PingAsync(call),
        ("GET", ["version"]) => call.JsonAsync(HostDocuments.Version(call.Host.Facts)),
        ("GET", ["info"]) => call.JsonAsync(HostDocuments.Info(call.Host)),
        ("GET", ["events"]) => EventCalls.StreamAsync(call),
        ("GET", ["containers", "json"]) => ContainerCalls.ListAsync(call),
        ("POST", ["containers", "create"]) => ContainerCalls.CreateAsync(call),
        ("GET", ["containers", _, "json"]) => ContainerCalls.InspectAsync(call),
        ("GET", ["containers", _, "logs"]) => LogCalls.StreamAsync(call),
        ("POST", ["containers", _, "start"]) => ContainerCalls.StartAsync(call),
        ("POST", ["containers", _, "stop"]) => ContainerCalls.StopAsync(call),
        ("POST", ["containers", _, "restart"]) => ContainerCalls.RestartAsync(call),
        ("POST", ["containers", _, "kill"]) => ContainerCalls.KillAsync(call),
        ("POST", ["containers", _, "rename"]) => ContainerCalls.RenameAsync(call),
        ("DELETE", ["containers", _]) => ContainerCalls.RemoveAsync(call),
        ("POST", ["containers", _, "update"]) => UpdateCalls.UpdateAsync(call),
        ("POST", ["containers", _, "pause"]) => UpdateCalls.PauseAsync(call),
        ("POST", ["containers", _, "unpause"]) => UpdateCalls.UnpauseAsync(call),
        ("POST", ["containers", _, "wait"]) => UpdateCalls.WaitAsync(call),
        ("GET", ["containers", _, "top"]) => UsageCalls.TopAsync(call),
        ("GET", ["containers", _, "stats"]) => UsageCalls.StatsAsync(call),
        ("PUT", ["containers", _, "archive"]) => UsageCalls.PutArchiveAsync(call),
        ("POST", ["containers", _, "exec"]) => ExecCalls.CreateAsync(call),
        ("POST", ["exec", _, "start"]) => ExecCalls.StartAsync(call),
        ("POST", ["exec", _, "resize"]) => ExecCalls.ResizeAsync(call),
        ("GET", ["exec", _, "json"]) => ExecCalls.InspectAsync(call),
        _ => RouteOtherAsync(call),
    };

    private static Task RouteOtherAsync(DockerCall call) => (call.Context.Request.Method, call.Path) switch
    {
        ("GET", ["images", "json"]) => ImageCalls.ListAsync(call),
        ("POST", ["images", "create"]) => PullCall.RunAsync(call),
        ("POST", ["images", "prune"]) => ImageCalls.PruneAsync(call),
        ("GET", ["images", .., "json"]) => ImageCalls.InspectAsync(call),
        ("POST", ["images", .., "tag"]) => ImageCalls.TagAsync(call),
        ("DELETE", ["images", _, ..]) => ImageCalls.RemoveAsync(call),
        ("GET", ["distribution", _, .., "json"]) => ImageCalls.DistributionAsync(call),
        ("POST", ["auth"]) => ImageCalls.SignInAsync(call),
        ("GET", ["volumes"]) => UsageCalls.VolumesAsync(call),
        ("POST", ["volumes", "prune"]) => UsageCalls.PruneVolumesAsync(call),
        ("GET", ["volumes", _]) => UsageCalls.VolumeAsync(call),
        ("DELETE", ["volumes", _]) => UsageCalls.RemoveVolumeAsync(call),
        ("GET", ["networks"]) => UsageCalls.NetworksAsync(call),
        ("GET", ["system", "df"]) => UsageCalls.DiskAsync(call),
        _ => throw DockerErrors.NoSuchPage(),
    };

    private static Task PingAsync(DockerCall call)
    {
        var response = call.Context.Response;
        response.Headers["Builder-Version"] = "2";
        response.Headers["Swarm"] = "inactive";
        response.Headers.CacheControl = "no-cache, no-store, must-revalidate";
        response.Headers.Pragma = "no-cache";
        response.ContentType = "text/plain; charset=utf-8";
        return call.Context.Request.Method is "HEAD" ? Task.CompletedTask : response.WriteAsync("OK", call.Aborted);
    }
}
