using System.Text.Json.Nodes;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class RecordingTests
{
    [SharedDataTheory]
    [InlineData("20.10", 45)]
    [InlineData("28.5", 45)]
    [InlineData("gpu-28.5", 18)]
    public async Task EveryRecording_OfACallThatTheClientMakes_ReadsAsRecorded(string folder, int atLeast)
    {
        var read = 0;
        foreach (var recording in Recording.LoadAll(folder))
        {
            using var client = Play(recording);
            if (Check(recording, client) is not { } check) continue;
            var fault = await Record.ExceptionAsync(check);
            Assert.True(fault is null, $"{folder}/{recording.Name}: {fault}");
            read++;
        }
        Assert.True(read >= atLeast, $"Only {read} recordings of {folder} were read.");
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Logs_OfARecordedContainer_AreItsLines(string folder)
    {
        var log = Recording.Load(folder, "030-logs-mux.json");
        var lines = await ReadLogAsync(Recording.Load(folder, "023-inspect-running-healthy.json"), log, new LogOptions());
        Assert.Equal([(LogStream.Error, "err"), (LogStream.Output, "out")], lines.Select(line => (line.Stream, line.Text)));
        Assert.All(lines, line => Assert.Equal(2026, line.Timestamp?.Year));
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Logs_OfAContainerWithATerminal_AreMergedLines(string folder)
    {
        var inspect = Recording.Load(folder, "023-inspect-running-healthy.json");
        var withTty = (JsonObject)inspect.Json!.DeepClone();
        withTty["Config"]!["Tty"] = true;
        var lines = await ReadLogAsync(
            inspect with { Body = System.Text.Encoding.UTF8.GetBytes(withTty.ToJsonString()) },
            Recording.Load(folder, "080-logs-tty-raw.json"),
            new LogOptions { Timestamps = false });
        Assert.Equal([new LogLine(LogStream.Output, null, "out"), new LogLine(LogStream.Output, null, "err")], lines);
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Events_OfARecordedWindow_AllArrive(string folder)
    {
        var recording = Recording.Load(folder, "105-events-window.json");
        using var client = Play(recording);
        var events = new List<DockerEvent>();
        await foreach (var happened in client.EventsAsync(null, CancellationToken.None)) events.Add(happened);
        Assert.Equal(recording.Body.Count(b => b == (byte)'\n'), events.Count);
        Assert.Contains(events, happened => happened.Action == "health_status: unhealthy");
        Assert.All(events, happened => Assert.Equal(("container", 64), (happened.Type, happened.Actor?.Id?.Length)));
    }

    private static Func<Task>? Check(Recording recording, DockerClient client)
    {
        var path = recording.Path.Split('?')[0];
        var segments = path.Trim('/').Split('/');
        return (recording.Method, segments) switch
        {
            ("HEAD" or "GET", ["_ping"]) => async () => Assert.Equal((string)recording.Headers["Api-Version"]!, (await client.PingAsync(default)).ApiVersion),
            ("GET", [.., "version"]) => () => CheckAsync(recording, client.VersionAsync(default), version => (version.ApiVersion, version.MinApiVersion, version.Arch), json => ((string?)json["ApiVersion"], (string?)json["MinAPIVersion"], (string?)json["Arch"])),
            ("GET", [.., "info"]) => () => CheckAsync(recording, client.InfoAsync(default), info => (info.Id, info.Processors, info.MemoryBytes), json => ((string?)json["ID"], (int?)json["NCPU"], (long?)json["MemTotal"])),
            ("GET", [_, "containers", "json"]) => () => CheckAsync(recording, client.ListContainersAsync(null, default), list => string.Join(' ', list.Select(c => $"{c.Id} {c.Name} {c.State} {c.Created}")), json => string.Join(' ', json.AsArray().Select(c => $"{c!["Id"]} {((string)c["Names"]![0]!)[1..]} {c["State"]} {c["Created"]}"))),
            ("GET", [_, "containers", var id, "json"]) => () => CheckInspectAsync(recording, client, id),
            ("POST", [_, "containers", "create"]) => () => CheckAsync(recording, client.CreateAsync("x", new ContainerSpec(), default), created => created.Id, json => (string)json["Id"]!),
            ("POST", [_, "containers", var id, "start"]) => () => CheckDoneAsync(recording, async () => Assert.Equal(recording.Status == 304 ? StartResult.AlreadyRunning : StartResult.Started, await client.StartAsync(id, default))),
            ("POST", [_, "containers", var id, "stop"]) => () => CheckDoneAsync(recording, async () => Assert.Equal(recording.Status == 304 ? StopResult.AlreadyStopped : StopResult.Stopped, await client.StopAsync(id, null, default))),
            ("POST", [_, "containers", var id, "restart"]) => () => CheckDoneAsync(recording, () => client.RestartAsync(id, null, default)),
            ("DELETE", [_, "containers", var id]) => async () =>
            {
                if (recording.Status == 404) Assert.False(await client.RemoveAsync(id, true, default));
                else await CheckDoneAsync(recording, () => client.RemoveAsync(id, true, default));
            },
            _ => null,
        };
    }

    private static async Task CheckInspectAsync(Recording recording, DockerClient client, string id)
    {
        if (recording.Status == 404)
        {
            Assert.Null(await client.InspectContainerAsync(id, default));
            return;
        }
        await CheckAsync(
            recording, client.InspectContainerAsync(id, default),
            details => (details?.Id, details?.State?.Status, details?.State?.ExitCode, details?.State?.WasOutOfMemory, details?.State?.Health?.Status, details?.Config?.Tty, details?.HostConfig?.DeviceRequests?.Count ?? 0),
            json => ((string?)json["Id"], (string?)json["State"]!["Status"], (int?)json["State"]!["ExitCode"], (bool?)json["State"]!["OOMKilled"], (string?)json["State"]!["Health"]?["Status"], (bool?)json["Config"]!["Tty"], json["HostConfig"]!["DeviceRequests"]?.AsArray().Count ?? 0));
    }

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
        Assert.Equal(recording.Json is { } json ? (string?)json["message"] : System.Text.Encoding.UTF8.GetString(recording.Body).Trim(), fault.DaemonMessage);
    }

    private static async Task<List<LogLine>> ReadLogAsync(Recording inspect, Recording log, LogOptions options)
    {
        using var client = DockerClients.Scripted(asked => asked.Path.Contains("/logs", StringComparison.Ordinal) ? log.ToResponse() : inspect.ToResponse());
        var lines = new List<LogLine>();
        await foreach (var line in client.LogsAsync("gpu-app", options, CancellationToken.None)) lines.Add(line);
        return lines;
    }

    // Every answer of a daemon names its version, so any recording also answers the ping.
    private static DockerClient Play(Recording recording) =>
        DockerClients.Scripted(asked => asked.Path == "/_ping" && !recording.Path.Contains("_ping", StringComparison.Ordinal) ? DockerClients.Ping("1.41") : recording.ToResponse());
}
