using System.Text.Json.Nodes;
using HomelabPortal.Docker;
using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Simulator.Contract;

public sealed class DockerContractTests
{
    [SharedDataFact]
    public async Task Simulator_EveryEndpoint_AnswersAsTheDocumentSays()
    {
        await using var contract = await LabContract.StartAsync();
        using var client = new HttpClient { BaseAddress = contract.Lab.DockerHosts[0].Address };

        foreach (var (method, path, body) in Calls())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (body is not null) request.Content = new StringContent(body.ToJsonString(), null, "application/json");
            using var response = await client.SendAsync(request);
        }

        Assert.Equal(15, contract.Verify(SimulatedSystem.Docker).Count);
    }

    [SharedDataFact]
    public async Task Client_EveryCall_SendsWhatTheDocumentAllows()
    {
        await using var contract = await LabContract.StartAsync();
        using var client = new DockerClient(DockerConnection.FromAddress(contract.Lab.DockerHosts[0].Address.ToString()), TimeProvider.System);
        var ct = CancellationToken.None;

        await client.PingAsync(ct);
        await client.VersionAsync(ct);
        await client.InfoAsync(ct);
        await client.ListContainersAsync(new ContainerFilter { Labels = ["a=b"], States = ["running"], Names = ["x"] }, ct);
        var created = await client.CreateAsync("job", new ContainerSpec
        {
            Image = "lab/busybox:1",
            Cmd = ["sh", "-c", "echo one; sleep 60"],
            Labels = new Dictionary<string, string> { ["homelab-portal.managed"] = "true" },
            HostConfig = new HostConfig { Binds = ["data:/data"], Memory = 64 << 20 },
        }, ct);
        await client.StartAsync(created.Id, ct);
        await client.StartAsync(created.Id, ct);
        await client.InspectContainerAsync("job", ct);
        await foreach (var _ in client.LogsAsync("job", new LogOptions { Tail = 5, Since = DateTimeOffset.UnixEpoch }, ct)) { }
        await foreach (var _ in client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = 1, UntilNanoseconds = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeMilliseconds() * 1_000_000 }, ct)) { }
        await client.UpdateAsync("job", new ContainerUpdate { RestartPolicy = new RestartPolicy { Name = "on-failure", MaximumRetryCount = 2 } }, ct);
        await client.PauseAsync("job", ct);
        await client.UnpauseAsync("job", ct);
        await client.TopAsync("job", "-eo pid", ct);
        await client.SampleAsync("job", ct);
        await client.ExecAsync("job", new ExecSpec { Command = ["echo", "hi"], Environment = ["A=b"], User = "0", WorkingDirectory = "/" }, ct);
        await client.PutFilesAsync("job", "/tmp", [new ArchiveFile("a", "b"u8.ToArray(), UnixFileMode.UserRead)], ct);
        contract.Lab.DockerStates[0].Registry.PerGigabyte = TimeSpan.Zero;
        await foreach (var _ in client.PullAsync("app:1", new RegistryCredentials("user", "secret", "docker.io"), ct)) { }
        await client.InspectRemoteAsync("app:1", null, ct);
        await client.CheckCredentialsAsync(new RegistryCredentials("user", "secret", "docker.io"), ct);
        await client.TagImageAsync("app:1", "app", "prev", ct);
        await client.InspectImageAsync("app:1", ct);
        await client.ListImagesAsync(ct);
        await client.RemoveImageAsync("app:prev", force: false, ct);
        await client.PruneImagesAsync(onlyNameless: true, ct);
        await client.ListVolumesAsync(ct);
        await client.InspectVolumeAsync("data", ct);
        await client.PruneVolumesAsync(onlyNameless: true, ct);
        await client.ListNetworksAsync(ct);
        await client.DiskUsageAsync(ct);
        await client.RenameAsync("job", "work", ct);
        await client.RenameAsync("work", "job", ct);
        await client.RestartAsync("job", TimeSpan.Zero, ct);
        await client.KillAsync("job", "SIGKILL", ct);
        await client.WaitAsync("job", WaitCondition.NotRunning, ct);
        await client.StopAsync("job", TimeSpan.Zero, ct);
        await client.RemoveAsync("job", force: true, ct);
        await client.RemoveAsync("job", force: true, ct);

        string[] expected =
        [
            "GET /version", "GET /info", "GET /events", "GET /containers/json", "POST /containers/create", "GET /containers/{id}/json", "GET /containers/{id}/logs",
            "POST /containers/{id}/start", "POST /containers/{id}/stop", "POST /containers/{id}/restart", "DELETE /containers/{id}",
            "POST /containers/{id}/update", "POST /containers/{id}/pause", "POST /containers/{id}/unpause", "GET /containers/{id}/top", "GET /containers/{id}/stats", "POST /containers/{id}/exec",
            "POST /exec/{id}/start", "GET /exec/{id}/json", "PUT /containers/{id}/archive", "POST /images/create", "GET /distribution/{name}/json", "POST /auth", "POST /images/{name}/tag",
            "GET /images/{name}/json", "GET /images/json", "DELETE /images/{name}", "POST /images/prune", "GET /volumes", "GET /volumes/{name}", "POST /volumes/prune", "GET /networks", "GET /system/df",
            "POST /containers/{id}/rename", "POST /containers/{id}/kill", "POST /containers/{id}/wait",
        ];
        Assert.Superset(expected.ToHashSet(), contract.Verify(SimulatedSystem.Docker).ToHashSet());
    }

    private static IEnumerable<(string Method, string Path, JsonNode? Body)> Calls()
    {
        var until = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 2;
        var spec = JsonNode.Parse("""{"Image":"lab/busybox:1","Cmd":["sh","-c","sleep 60"],"HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"28080"}]},"Binds":["data:/data","/etc:/etc2:ro"]}}""");
        return
        [
            ("HEAD", "/_ping", null),
            ("GET", "/_ping", null),
            ("GET", "/version", null),
            ("GET", "/v1.51/info", null),
            ("GET", "/v1.51/containers/json?all=true", null),
            ("GET", "/v1.51/containers/json?filters=%7B%22nope%22%3A%5B%22x%22%5D%7D", null),
            ("GET", "/v1.51/containers/ollama/json", null),
            ("GET", "/v1.51/containers/vllm/json", null),
            ("GET", "/v1.51/containers/nope/json", null),
            ("POST", "/v1.51/containers/create?name=one", spec),
            ("POST", "/v1.51/containers/create?name=two", spec),
            ("POST", "/v1.51/containers/create?name=one", spec),
            ("POST", "/v1.51/containers/create?name=three", new JsonObject { ["Image"] = "lab/missing:9" }),
            ("POST", "/v1.51/containers/one/start", null),
            ("POST", "/v1.51/containers/one/start", null),
            ("POST", "/v1.51/containers/two/start", null),
            ("GET", "/v1.51/containers/one/json", null),
            ("GET", "/v1.51/containers/two/json", null),
            ("GET", "/v1.51/containers/one/logs?stdout=true&stderr=true&tail=10&timestamps=true", null),
            ("DELETE", "/v1.51/containers/one", null),
            ("POST", "/v1.51/containers/two/rename?name=one", null),
            ("POST", "/v1.51/containers/two/rename?name=four", null),
            ("POST", "/v1.51/containers/one/restart?t=0", null),
            ("POST", "/v1.51/containers/one/kill?signal=SIGKILL", null),
            ("POST", "/v1.51/containers/one/kill", null),
            ("POST", "/v1.51/containers/one/stop", null),
            ("POST", "/v1.51/containers/ollama/stop?t=0", null),
            ("GET", $"/v1.51/events?since=1&until={until}", null),
            ("DELETE", "/v1.51/containers/one?force=true", null),
        ];
    }
}
