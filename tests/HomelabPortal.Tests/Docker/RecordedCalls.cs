using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

/// <summary>The client's call that belongs to a recorded exchange, and what it must make of the answer.</summary>
internal static class RecordedCalls
{
    // Every answer of a daemon names its version, so any recording also answers the ping.
    public static DockerClient Play(Recording recording) =>
        DockerClients.Scripted(asked => asked.Path == "/_ping" && !recording.Path.Contains("_ping", StringComparison.Ordinal) ? DockerClients.Ping("1.41") : recording.ToResponse());

    public static async Task CheckAsync(Recording recording)
    {
        using var client = Play(recording);
        var segments = recording.Path.Split('?')[0].Trim('/').Split('/');
        await ((recording.Method, segments is [['v', ..], .. var rest] && rest.Length > 0 ? rest : segments) switch
        {
            ("HEAD" or "GET", ["_ping"]) => CheckPingAsync(recording, client),
            ("GET", ["version"]) or ("GET", ["info"]) or ("GET", ["networks"]) or ("GET", ["system", "df"]) or ("GET", ["events"]) or ("POST", ["auth"]) => CheckHostAsync(recording, client, segments[^1]),
            (_, ["containers", .. var path]) => CheckContainerAsync(recording, client, path),
            ("POST", ["exec", _, "start"]) => CheckExecStartAsync(recording),
            ("GET", ["exec", _, "json"]) => CheckExecStateAsync(recording),
            (_, ["images", .. var path]) => CheckImageAsync(recording, client, path),
            ("GET", ["distribution", .. var name, "json"]) => CheckAsync(recording, client.InspectRemoteAsync(string.Join('/', name), null, default), remote => remote.Digest, json => (string?)json["Descriptor"]!["digest"]),
            (_, ["volumes", .. var path]) => CheckVolumesAsync(recording, client, path),
            _ => throw new InvalidOperationException("No call of the client belongs to this."),
        });
    }

    private static async Task CheckPingAsync(Recording recording, DockerClient client) =>
        Assert.Equal((string)recording.Headers["Api-Version"]!, (await client.PingAsync(default)).ApiVersion);

    private static Task CheckHostAsync(Recording recording, DockerClient client, string what) => what switch
    {
        "version" => CheckAsync(recording, client.VersionAsync(default), version => (version.ApiVersion, version.MinApiVersion, version.Arch), json => ((string?)json["ApiVersion"], (string?)json["MinAPIVersion"], (string?)json["Arch"])),
        "info" => CheckAsync(recording, client.InfoAsync(default), info => (info.Id, info.Processors, info.MemoryBytes), json => ((string?)json["ID"], (int?)json["NCPU"], (long?)json["MemTotal"])),
        "networks" => CheckAsync(recording, client.ListNetworksAsync(default), list => string.Join(' ', list.Select(one => $"{one.Id} {one.Name} {one.Driver} {one.Internal}")), json => string.Join(' ', json.AsArray().Select(one => $"{one!["Id"]} {one["Name"]} {one["Driver"]} {(bool)one["Internal"]!}"))),
        "df" => CheckAsync(recording, client.DiskUsageAsync(default), usage => (usage.LayersSize, usage.Images?.Count), json => ((long)json["LayersSize"]!, (int?)json["Images"]!.AsArray().Count)),
        "auth" => CheckDoneAsync(recording, () => client.CheckCredentialsAsync(new RegistryCredentials("user", "secret", "127.0.0.1:15932"), default)),
        _ => CheckDoneAsync(recording, async () =>
        {
            await foreach (var happened in client.EventsAsync(null, default)) Assert.NotNull(happened.Action);
        }),
    };

    private static Task CheckContainerAsync(Recording recording, DockerClient client, string[] path) => (recording.Method, path) switch
    {
        ("GET", ["json"]) => CheckAsync(recording, client.ListContainersAsync(null, default), list => string.Join(' ', list.Select(c => $"{c.Id} {c.Name} {c.State} {c.Created}")), json => string.Join(' ', json.AsArray().Select(c => $"{c!["Id"]} {((string)c["Names"]![0]!)[1..]} {c["State"]} {c["Created"]}"))),
        ("GET", [var id, "json"]) => CheckInspectAsync(recording, client, id),
        ("POST", ["create"]) => CheckAsync(recording, client.CreateAsync("x", new ContainerSpec(), default), created => created.Id, json => (string)json["Id"]!),
        ("POST", [var id, "start"]) => CheckDoneAsync(recording, async () => Assert.Equal(recording.Status == 304 ? StartResult.AlreadyRunning : StartResult.Started, await client.StartAsync(id, default))),
        ("POST", [var id, "stop"]) => CheckDoneAsync(recording, async () => Assert.Equal(recording.Status == 304 ? StopResult.AlreadyStopped : StopResult.Stopped, await client.StopAsync(id, null, default))),
        ("POST", [var id, "restart"]) => CheckDoneAsync(recording, () => client.RestartAsync(id, null, default)),
        ("POST", [var id, "kill"]) => CheckDoneAsync(recording, () => client.KillAsync(id, "SIGTERM", default)),
        ("POST", [var id, "pause"]) => CheckDoneAsync(recording, () => client.PauseAsync(id, default)),
        ("POST", [var id, "unpause"]) => CheckDoneAsync(recording, () => client.UnpauseAsync(id, default)),
        ("POST", [var id, "rename"]) => CheckDoneAsync(recording, () => client.RenameAsync(id, "x", default)),
        ("POST", [var id, "update"]) => CheckDoneAsync(recording, async () => Assert.Empty(await client.UpdateAsync(id, new ContainerUpdate(), default))),
        ("POST", [var id, "wait"]) => CheckAsync(recording, client.WaitAsync(id, WaitCondition.NotRunning, default), exit => (exit.ExitCode, exit.Error), json => ((long)json["StatusCode"]!, (WaitError?)null)),
        ("POST", [var id, "exec"]) => CheckExecCreateAsync(recording, id),
        ("GET", [var id, "top"]) => CheckAsync(recording, client.TopAsync(id, "-eo pid", default), top => string.Join(' ', top.ProcessIds()), json => string.Join(' ', json["Processes"]!.AsArray().Select(row => (string)row![0]!))),
        ("GET", [var id, "stats"]) => CheckSampleAsync(recording, client, id),
        ("GET", [var id, "logs"]) => CheckLogsAsync(recording, id),
        ("DELETE", [var id]) => recording.Status == 404
            ? CheckGoneAsync(() => client.RemoveAsync(id, true, default))
            : CheckDoneAsync(recording, () => client.RemoveAsync(id, true, default)),
        _ => throw new InvalidOperationException("No call of the client belongs to this."),
    };

    private static Task CheckImageAsync(Recording recording, DockerClient client, string[] path) => (recording.Method, path) switch
    {
        ("GET", ["json"]) => CheckAsync(recording, client.ListImagesAsync(default), list => string.Join(' ', list.Select(one => $"{one.Id} {one.RepoTags?[0]} {one.Size}")), json => string.Join(' ', json.AsArray().Select(one => $"{one!["Id"]} {one["RepoTags"]![0]} {one["Size"]}"))),
        ("GET", [.. var name, "json"]) => recording.Status == 404
            ? CheckNothingAsync(client.InspectImageAsync(string.Join('/', name), default))
            : CheckAsync(recording, client.InspectImageAsync(string.Join('/', name), default), image => (image?.Id, image?.RepoDigests?[0]), json => ((string?)json["Id"], (string?)json["RepoDigests"]![0])),
        ("POST", ["create"]) => CheckPullAsync(recording, client),
        ("POST", [.. var name, "tag"]) => CheckDoneAsync(recording, () => client.TagImageAsync(string.Join('/', name), "x", "prev", default)),
        ("DELETE", var name) => CheckRemovedAsync(recording, client, string.Join('/', name)),
        _ => throw new InvalidOperationException("No call of the client belongs to this."),
    };

    private static Task CheckVolumesAsync(Recording recording, DockerClient client, string[] path) => (recording.Method, path) switch
    {
        ("GET", []) => CheckAsync(recording, client.ListVolumesAsync(default), list => string.Join(' ', list.Select(one => one.Name)), json => string.Join(' ', json["Volumes"]!.AsArray().Select(one => (string)one!["Name"]!))),
        ("GET", [var name]) => CheckNothingAsync(client.InspectVolumeAsync(name, default)),
        ("DELETE", [var name]) => CheckDoneAsync(recording, async () => Assert.True(await client.RemoveVolumeAsync(name, default))),
        _ => throw new InvalidOperationException("No call of the client belongs to this."),
    };

    private static async Task CheckPullAsync(Recording recording, DockerClient client) =>
        await CheckDoneAsync(recording, async () =>
        {
            var (tally, totals) = (new PullTally(), PullTotals.None);
            await foreach (var report in client.PullAsync("x", null, default)) totals = tally.Add(report);
            Assert.StartsWith("sha256:", totals.Digest, StringComparison.Ordinal);
            Assert.Equal((totals.Layers, totals.TotalBytes), (totals.LayersDone, totals.DownloadedBytes));
        });

    private static async Task CheckRemovedAsync(Recording recording, DockerClient client, string name)
    {
        var removed = await client.RemoveImageAsync(name, false, default);
        Assert.Equal(recording.Status == 404 ? 0 : recording.Json!.AsArray().Count, removed.Count);
        Assert.All(removed, one => Assert.True(one.Untagged is null != one.Deleted is null));
    }

    private static async Task CheckSampleAsync(Recording recording, DockerClient client, string id)
    {
        var sample = await client.SampleAsync(id, default);
        if ((ulong)recording.Json!["cpu_stats"]!["cpu_usage"]!["total_usage"]! == 0)
        {
            Assert.Null(sample);
            return;
        }
        Assert.Equal(((ulong)recording.Json["cpu_stats"]!["cpu_usage"]!["total_usage"]!, (ulong?)recording.Json["memory_stats"]!["limit"]), (sample!.CpuNanoseconds, sample.MemoryLimitBytes));
        Assert.InRange(sample.MemoryBytes, 1UL, (ulong)recording.Json["memory_stats"]!["usage"]!);
    }

    private static async Task CheckLogsAsync(Recording recording, string id)
    {
        var inspect = new JsonObject { ["Id"] = id, ["Config"] = new JsonObject { ["Tty"] = recording.Frames is null } }.ToJsonString();
        using var client = DockerClients.Scripted(asked => asked.Path switch
        {
            "/_ping" => DockerClients.Ping("1.41"),
            _ when asked.Path.Contains("/logs", StringComparison.Ordinal) => recording.ToResponse(),
            _ => ScriptedHandler.Json(inspect),
        });
        await CheckDoneAsync(recording, async () =>
        {
            var lines = new List<LogLine>();
            await foreach (var line in client.LogsAsync(id, null, default)) lines.Add(line);
            Assert.NotEmpty(lines);
        });
    }

    private static async Task CheckExecCreateAsync(Recording recording, string id)
    {
        using var client = ExecClient(recording.ToResponse, () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }, Ended);
        await CheckDoneAsync(recording, () => client.ExecAsync(id, new ExecSpec { Command = ["x"] }, default));
    }

    private static async Task CheckExecStartAsync(Recording recording)
    {
        using var client = ExecClient(Created, recording.ToResponse, Ended);
        var tty = (bool?)recording.Sent?["Tty"] == true;
        await CheckDoneAsync(recording, async () =>
        {
            var result = await client.ExecAsync("c", new ExecSpec { Command = ["x"], Tty = tty }, default);
            if (tty) Assert.Equal(Encoding.UTF8.GetString(recording.Body), result.Output);
            else if (recording.Frames is null) Assert.Contains("exec", result.Output, StringComparison.OrdinalIgnoreCase);
            else Assert.Equal((Frames(recording, 1), Frames(recording, 2)), (result.Output, result.Error));
        });
    }

    private static async Task CheckExecStateAsync(Recording recording)
    {
        using var client = ExecClient(Created, () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }, recording.ToResponse);
        Assert.Equal((int)recording.Json!["ExitCode"]!, (await client.ExecAsync("c", new ExecSpec { Command = ["x"] }, default)).ExitCode);
    }

    private static string Frames(Recording recording, int stream) =>
        string.Concat(recording.Frames!.Where(frame => (int)frame!["stream"]! == stream).Select(frame => (string)frame!["text"]!));

    private static HttpResponseMessage Created() => ScriptedHandler.Json("""{"Id":"e"}""");

    private static HttpResponseMessage Ended() => ScriptedHandler.Json("""{"Running":false,"ExitCode":0}""");

    private static DockerClient ExecClient(Func<HttpResponseMessage> create, Func<HttpResponseMessage> start, Func<HttpResponseMessage> state) =>
        DockerClients.Scripted(asked => asked.Path switch
        {
            "/_ping" => DockerClients.Ping("1.41"),
            _ when asked.Path.EndsWith("/exec", StringComparison.Ordinal) => create(),
            _ when asked.Path.EndsWith("/start", StringComparison.Ordinal) => start(),
            _ => state(),
        });

    private static async Task CheckInspectAsync(Recording recording, DockerClient client, string id)
    {
        if (recording.Status == 404)
        {
            await CheckNothingAsync(client.InspectContainerAsync(id, default));
            return;
        }
        await CheckAsync(
            recording, client.InspectContainerAsync(id, default),
            details => (details?.Id, details?.State?.Status, details?.State?.ExitCode, details?.State?.WasOutOfMemory, details?.State?.Health?.Status, details?.Config?.Tty, details?.HostConfig?.DeviceRequests?.Count ?? 0),
            json => ((string?)json["Id"], (string?)json["State"]!["Status"], (int?)json["State"]!["ExitCode"], (bool?)json["State"]!["OOMKilled"], (string?)json["State"]!["Health"]?["Status"], (bool?)json["Config"]!["Tty"], json["HostConfig"]!["DeviceRequests"]?.AsArray().Count ?? 0));
    }

    private static async Task CheckNothingAsync<T>(Task<T?> call)
        where T : class => Assert.Null(await call);

    private static async Task CheckGoneAsync(Func<Task<bool>> call) => Assert.False(await call());

    private static async Task CheckAsync<T, TFacts>(Recording recording, Task<T> call, Func<T, TFacts> facts, Func<JsonNode, TFacts> recorded) =>
        await CheckDoneAsync(recording, async () =>
        {
            var found = facts(await call);
            Assert.Equal(recorded(recording.Json!), found);
        });

    private static async Task CheckDoneAsync(Recording recording, Func<Task> call)
    {
        if (recording.Status < 400)
        {
            await call();
            return;
        }
        var fault = await Assert.ThrowsAsync<DockerApiException>(call);
        Assert.Equal(recording.Status, fault.StatusCode);
        Assert.Equal(recording.Json is { } json ? (string?)json["message"] : Encoding.UTF8.GetString(recording.Body).Trim(), fault.DaemonMessage);
    }
}
