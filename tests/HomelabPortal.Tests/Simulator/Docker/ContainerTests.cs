using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Docker;

public sealed class ContainerTests
{
    private const string Forever = "sleep 9999";

    [Fact]
    public async Task Life_FromCreateToRemove_FollowsTheEngine()
    {
        await using var lab = await DockerLab.StartAsync();
        var id = await lab.CreateAsync("job", Forever);

        Assert.Equal("created", await StateAsync(lab));
        Assert.Equal(204, (await lab.SendAsync("POST", $"/containers/{id}/start")).Status);
        Assert.Equal(304, (await lab.SendAsync("POST", $"/containers/{id}/start")).Status);
        Assert.Equal("running", await StateAsync(lab));
        Assert.Equal(409, (await lab.SendAsync("DELETE", "/containers/job")).Status);
        Assert.Equal(204, (await lab.SendAsync("POST", "/containers/job/stop?t=0")).Status);
        Assert.Equal(304, (await lab.SendAsync("POST", "/containers/job/stop")).Status);
        Assert.Equal(137, (int)(await lab.InspectAsync("job"))["State"]!["ExitCode"]!);
        Assert.Equal(204, (await lab.SendAsync("DELETE", "/containers/job")).Status);
        Assert.Equal(404, (await lab.SendAsync("GET", "/containers/job/json")).Status);

        static async Task<string> StateAsync(DockerLab lab) => (string)(await lab.InspectAsync("job"))["State"]!["Status"]!;
    }

    [Fact]
    public async Task Create_NameTaken_NamesTheOther()
    {
        await using var lab = await DockerLab.StartAsync();
        var id = await lab.CreateAsync("job", Forever);

        var (status, body) = await lab.SendAsync("POST", "/containers/create?name=job", new JsonObject { ["Image"] = "lab/busybox:1" });

        Assert.Equal(409, status);
        Assert.Equal($"Conflict. The container name \"/job\" is already in use by container \"{id}\". You have to remove (or rename) that container to be able to reuse that name.", (string)body!["message"]!);
    }

    [Theory]
    [InlineData("-bad", """{"Image":"lab/busybox:1"}""", 400, "Invalid container name (-bad), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed")]
    [InlineData("ok", """{"Image":"lab/missing:9"}""", 404, "No such image: lab/missing:9")]
    [InlineData("ok", """{"Image":"lab/busybox:1","HostConfig":{"Memory":1000}}""", 400, "Minimum memory limit allowed is 6MB")]
    [InlineData("ok", """{"Image":"lab/busybox:1","HostConfig":{"RestartPolicy":{"Name":"sometimes"}}}""", 400, "invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'")]
    public async Task Create_Refused_SaysWhatTheEngineSays(string name, string spec, int status, string message)
    {
        await using var lab = await DockerLab.StartAsync();

        var answer = await lab.SendAsync("POST", $"/containers/create?name={name}", JsonNode.Parse(spec));

        Assert.Equal((status, message), (answer.Status, (string)answer.Body!["message"]!));
    }

    [Fact]
    public async Task Create_UnknownMember_IsIgnored()
    {
        await using var lab = await DockerLab.StartAsync();

        await lab.CreateAsync("job", Forever, spec => spec["Nonsense"] = 1);

        Assert.Null((await lab.InspectAsync("job"))["Config"]!["Nonsense"]);
    }

    [Fact]
    public async Task Start_PortTaken_FailsAndLeavesTheContainerBehind()
    {
        await using var lab = await DockerLab.StartAsync();
        var ports = JsonNode.Parse("""{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"28080"}]}}""")!;
        foreach (var name in new[] { "one", "two" })
            await lab.CreateAsync(name, Forever, spec => (spec["ExposedPorts"], spec["HostConfig"]) = (JsonNode.Parse("""{"80/tcp":{}}"""), ports.DeepClone()));
        await lab.SendAsync("POST", "/containers/one/start");

        var (status, body) = await lab.SendAsync("POST", "/containers/two/start");
        var state = (await lab.InspectAsync("two"))["State"]!;

        Assert.Equal(500, status);
        Assert.EndsWith("Bind for 127.0.0.1:28080 failed: port is already allocated", (string)body!["message"]!);
        Assert.Equal(("created", 128, (string)body["message"]!), ((string)state["Status"]!, (int)state["ExitCode"]!, (string)state["Error"]!));
    }

    [Fact]
    public async Task Start_GpuOnAHostWithout_Fails()
    {
        await using var lab = await DockerLab.StartAsync(host: 1);
        await lab.CreateAsync("job", Forever, spec => spec["HostConfig"] = JsonNode.Parse("""{"DeviceRequests":[{"Driver":"","Count":-1,"Capabilities":[["gpu"]]}]}"""));

        var (status, body) = await lab.SendAsync("POST", "/containers/job/start");

        Assert.Equal((500, "could not select device driver \"\" with capabilities: [[gpu]]"), (status, (string)body!["message"]!));
    }

    [Fact]
    public async Task Stop_ProgramThatDoesNotListen_IsKilledAfterTheGrace()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", Forever);
        await lab.SendAsync("POST", "/containers/job/start");

        // The program's own sleep, and the health checks of other containers.
        var before = lab.Time.WaitingTimers;
        var stop = lab.SendAsync("POST", "/containers/job/stop?t=7");
        while (lab.Time.WaitingTimers <= before) await Task.Yield();
        lab.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("running", (string)(await lab.InspectAsync("job"))["State"]!["Status"]!);
        lab.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(204, (await stop).Status);
        Assert.Equal(137, (int)(await lab.InspectAsync("job"))["State"]!["ExitCode"]!);
    }

    [Fact]
    public async Task Stop_ProgramThatListens_EndsAtOnceWithItsCode()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "trap 'exit 0' TERM; while true; do sleep 1; done");
        await lab.SendAsync("POST", "/containers/job/start");

        Assert.Equal(204, (await lab.SendAsync("POST", "/containers/job/stop")).Status);
        Assert.Equal(0, (int)(await lab.InspectAsync("job"))["State"]!["ExitCode"]!);
    }

    [Fact]
    public async Task Restart_Running_StartsAnew()
    {
        await using var lab = await DockerLab.StartAsync();
        var before = (string)(await lab.InspectAsync("ollama"))["State"]!["StartedAt"]!;

        Assert.Equal(204, (await lab.SendAsync("POST", "/containers/ollama/restart?t=0")).Status);

        var state = (await lab.InspectAsync("ollama"))["State"]!;
        Assert.Equal("running", (string)state["Status"]!);
        Assert.NotEqual(before, (string)state["StartedAt"]!);
    }

    [Fact]
    public async Task Kill_NotRunning_IsAConflict_UnknownSignalIsInvalid()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", Forever);

        Assert.Equal(409, (await lab.SendAsync("POST", "/containers/job/kill")).Status);
        Assert.Equal(400, (await lab.SendAsync("POST", "/containers/ollama/kill?signal=SIGNOPE")).Status);
        Assert.Equal(204, (await lab.SendAsync("POST", "/containers/ollama/kill?signal=SIGKILL")).Status);
    }

    [Fact]
    public async Task Rename_TakenName_IsAConflict()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", Forever);

        var (status, body) = await lab.SendAsync("POST", "/containers/job/rename?name=ollama");

        Assert.Equal(409, status);
        Assert.StartsWith("Error when allocating new name: Conflict.", (string)body!["message"]!);
        Assert.Equal(204, (await lab.SendAsync("POST", "/containers/job/rename?name=task")).Status);
        Assert.Equal("/task", (string)(await lab.InspectAsync("task"))["Name"]!);
    }

    [Fact]
    public async Task Policy_OnFailure_RestartsAsOftenAsAllowed()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "exit 5", spec => spec["HostConfig"] = JsonNode.Parse("""{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":2}}"""));
        await lab.SendAsync("POST", "/containers/job/start");

        lab.Time.Advance(TimeSpan.FromSeconds(5));

        var details = await lab.InspectAsync("job");
        Assert.Equal(("exited", 5, 2), ((string)details["State"]!["Status"]!, (int)details["State"]!["ExitCode"]!, (int)details["RestartCount"]!));
    }

    [Theory]
    [InlineData("""{"status":["exited"]}""", "vllm")]
    [InlineData("""{"label":["com.docker.compose.project=comfyui"]}""", "comfyui")]
    [InlineData("""{"name":["olla"]}""", "ollama")]
    public async Task List_Filtered_ReturnsThoseThatMatch(string filters, string name)
    {
        await using var lab = await DockerLab.StartAsync();

        var (_, body) = await lab.SendAsync("GET", $"/containers/json?all=1&filters={Uri.EscapeDataString(filters)}");

        Assert.Equal("/" + name, (string)Assert.Single(body!.AsArray())!["Names"]![0]!);
    }

    [Fact]
    public async Task List_Plain_ShowsOnlyWhatRuns_WithItsWords()
    {
        await using var lab = await DockerLab.StartAsync();

        var (_, running) = await lab.SendAsync("GET", "/containers/json");
        var (_, all) = await lab.SendAsync("GET", "/containers/json?all=true");
        var (status, bad) = await lab.SendAsync("GET", "/containers/json?filters=" + Uri.EscapeDataString("""{"nope":["x"]}"""));

        Assert.Equal(all!.AsArray().Count - 1, running!.AsArray().Count);
        Assert.Contains(running.AsArray(), item => (string)item!["Status"]! == "Up 8 days (healthy)");
        Assert.Contains(all.AsArray(), item => (string)item!["Status"]! == "Exited (137) 5 hours ago");
        Assert.Equal((400, "invalid filter 'nope'"), (status, (string)bad!["message"]!));
    }
}
