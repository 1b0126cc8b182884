using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Simulator.Contract.OpenApi;

namespace HomelabPortal.Tests.Api;

/// <summary>The description, held against what the API really takes and gives.</summary>
public sealed class OpenApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Operations_AllOfThem_AnswerAsTheDocumentSays()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        using var nobody = portal.Host.With("nothing");
        var document = await ReadAsync(client);
        var seen = new Seen(document);
        var (name, recordName) = (Wishes.NewHostname(), Wishes.NewHostname());

        foreach (var path in new[] { "/workloads", "/workloads?kind=deployments&namespace=media", "/workloads/cronjobs/databases/postgres-backup", "/workloads/deployments/media/nothing", "/namespaces", "/namespaces/databases", "/namespaces/nothing", "/pods/databases/postgres-0", "/pods/databases/nothing" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/objects", "/objects/pods?namespace=media", "/objects/things", "/objects/nodes/node0", "/objects/pods/databases/postgres-0", "/objects/pods/databases/nobody", "/events", "/events?type=all", "/events?type=odd", "/certificates", "/applications", "/charts" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/ingress/ingressroutes/media/sonarr", "/ingress/ingressroutes/media/nothing", "/services", "/services?namespace=media", "/services/media/sonarr", "/services/media/nothing", "/load-balancer" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/me", "/lab", "/apps", "/apps/hidden", "/map", "/map/picture", "/map/picture?names=node%3Anode0", "/search?q=son", "/search", "/search?q=a&limit=0", "/nodes", "/pods", "/pods?namespace=media", "/metrics/nodes/node1", "/metrics/nodes/node1?range=24h&step=15m", "/metrics/nodes/nothing", "/metrics/nodes/node1?range=never", "/metrics/workloads/deployments/media/jellyseerr", "/ingress", "/docker-hosts", "/gpu/hosts", "/exposures", "/records", "/policy", "/plan", "/applies?limit=5", "/audit?limit=5", "/audit?limit=0", "/audit?after=x", "/exposures/nothing", "/exposures/nothing/removal", "/records/nothing" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/nodes/node1", "/nodes/nothing", "/storage/claims", "/storage/claims?namespace=media", "/storage/claims/media/sonarr-config", "/storage/claims/media/nothing", "/storage/volumes", "/storage/classes", "/storage/disks", "/storage/last-replicas", "/storage/last-replicas?node=node1", "/storage/backups", "/storage/backup-targets", "/storage/recurring-jobs" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/pods/databases/postgres-0/log?tail=2&timestamps=true", "/workloads/statefulsets/databases/postgres/log?tail=2&since=1h", "/pods/databases/postgres-0/log?tail=many", "/pods/databases/nothing/log" })
            await seen.SendAsync(client, "GET", path);
        foreach (var path in new[] { "/hostnames", "/hostnames?show=problems", "/hostnames?show=odd", "/hostnames/nobody.example.net", "/hostnames/try?url=jellyfin.cowlab.org", "/hostnames/try?url=ftp:", "/trace/jellyfin.cowlab.org", "/trace/a" })
            await seen.SendAsync(client, "GET", path);
        await Eventually.HoldsAsync(async () => (int)(await ApiCall.SendAsync(client, "GET", "/hostnames/jellyfin.cowlab.org")).Status == 200, () => "The table is not drawn.", TimeSpan.FromSeconds(30));
        await seen.SendAsync(client, "GET", "/hostnames/jellyfin.cowlab.org");
        await seen.SendAsync(client, "POST", "/hostnames/jellyfin.cowlab.org/probe");
        await seen.SendAsync(client, "POST", "/trace/jellyfin.cowlab.org/probe");
        await seen.SendAsync(client, "POST", "/trace/nobody.example.net/probe");
        await seen.SendAsync(client, "POST", "/hostnames/sonarr.cowlab.org/probe");
        // An account of its own: thirty acts a minute are not enough for all of them.
        using var keeper = await portal.Host.WithTokenAsync(Role.Admin);
        await SendChecksAsync(seen, keeper);
        var pod = (await seen.SendAsync(client, "GET", "/pods?namespace=media")).Json["items"]!.AsArray().First(pod => (string?)pod!["word"] == "Running")!;
        await seen.SendAsync(client, "GET", $"/pods/media/{(string)pod["name"]!}/shell");
        await seen.SendAsync(client, "POST", "/exposures/plan", Wishes.Exposure(name));
        var made = await seen.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name));
        var path1 = $"/exposures/{(string)made.Json["id"]!}";
        foreach (var body in new[] { "{}", """{"hostname":"a"}""", Wishes.Exposure(name) })
            await seen.SendAsync(client, "POST", "/exposures", body);
        var read = await seen.SendAsync(client, "GET", path1);
        await seen.SendAsync(client, "GET", path1, null, ("If-None-Match", read.ETag!));
        await seen.SendAsync(client, "GET", $"{path1}/removal");
        await seen.SendAsync(client, "POST", $"{path1}/plan", Wishes.Exposure(name, 8001));
        await seen.SendAsync(client, "PUT", path1, Wishes.Exposure(name, 8001));
        await seen.SendAsync(client, "PUT", path1, Wishes.Exposure(name, 8001), ("If-Match", "\"old\""));
        await seen.SendAsync(client, "PUT", path1, Wishes.Exposure(name, 8001), ("If-Match", read.ETag!));
        await seen.SendAsync(client, "DELETE", path1);
        await seen.SendAsync(client, "DELETE", path1, null, ("If-Match", "*"));
        await seen.SendAsync(client, "POST", "/records/plan", Wishes.Record(recordName));
        var record = await seen.SendAsync(client, "POST", "/records", Wishes.Record(recordName));
        var path2 = $"/records/{(string)record.Json["id"]!}";
        await seen.SendAsync(client, "POST", "/records", "{}");
        await seen.SendAsync(client, "GET", path2);
        await seen.SendAsync(client, "PUT", path2, Wishes.Record(recordName, content: "192.0.2.12"), ("If-Match", record.ETag!));
        await seen.SendAsync(client, "DELETE", path2, null, ("If-Match", "*"));
        await seen.SendAsync(client, "PUT", "/policy", """{"policy":"sync"}""", ("If-Match", "*"));
        await seen.SendAsync(client, "POST", "/looks");
        var entry = (await seen.SendAsync(client, "GET", $"/audit?limit=1&subject={(string)record.Json["id"]!}")).Json["items"]![0]!["id"]!.ToJsonString();
        await seen.SendAsync(client, "POST", $"/audit/{entry}/undo");
        await seen.SendAsync(client, "POST", "/audit/999999/undo");
        await SendLoginsAsync(seen, client);
        await SendActsAsync(seen, client);
        // One person acts thirty times a minute at most.
        using var second = await portal.Host.WithTokenAsync(Role.Admin);
        await SendDnsAsync(seen, second);
        using var another = await portal.Host.WithTokenAsync(Role.Admin);
        await SendTunnelsAsync(seen, another);
        using var third = await portal.Host.WithTokenAsync(Role.Admin);
        await SendContainersAsync(seen, third, portal.Host.Lab.Lab.DockerHosts[0].Name);
        using var fourth = await portal.Host.WithTokenAsync(Role.Admin);
        await SendContainerWorkAsync(seen, fourth, $"/docker-hosts/{portal.Host.Lab.Lab.DockerHosts[0].Name}");
        await SendGpusAsync(seen, third, portal.Host.Lab.Lab.DockerHosts[0].Name);
        await SendVersionsAsync(seen, fourth, portal.Host.Lab.Lab.DockerHosts[0].Name);
        foreach (var operation in document.Operations)
            await seen.SendAsync(nobody, operation.Method, operation.Path["/api/v1".Length..].Replace("{id}", "1", StringComparison.Ordinal), operation.Body() is null ? null : "{}");

        Assert.True(seen.Findings.Count == 0, string.Join('\n', seen.Findings.Distinct()));
        Assert.Empty(document.Operations.Select(operation => operation.ToString()).Where(operation => !seen.Good.Contains(operation)).Select(operation => $"{operation}: {seen.Refused.GetValueOrDefault(operation, "never sent")}"));
    }

    private static async Task SendLoginsAsync(Seen seen, HttpClient client)
    {
        const string Policy = """{"name":"Household","emails":["ada@cowlab.org"]}""";
        await seen.SendAsync(client, "POST", "/login-policies/plan", Policy);
        await seen.SendAsync(client, "POST", "/login-policies", "{}");
        var made = await seen.SendAsync(client, "POST", "/login-policies", Policy);
        var path = $"/login-policies/{(string)made.Json["id"]!}";
        foreach (var read in new[] { "/login-policies", "/login-policies/nothing", path, "/logins", "/tunnels/closed" })
            await seen.SendAsync(client, "GET", read);
        await seen.SendAsync(client, "PUT", path, Policy.Replace("ada", "bob", StringComparison.Ordinal), ("If-Match", made.ETag!));
        await seen.SendAsync(client, "POST", $"{path}/default");
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
        await seen.SendAsync(client, "DELETE", "/login-policies/default");
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
        await seen.SendAsync(client, "POST", "/tunnels/close");
        await seen.SendAsync(client, "POST", "/tunnels/open");
    }

    private static async Task SendContainersAsync(Seen seen, HttpClient client, string host)
    {
        var body = $$"""{"host":"{{host}}","name":"described","image":"lab/busybox:1","command":["serve"]}""";
        await seen.SendAsync(client, "GET", "/container-templates");
        await seen.SendAsync(client, "GET", "/containers");
        await seen.SendAsync(client, "GET", "/containers/nothing");
        await seen.SendAsync(client, "POST", "/containers/plan", body);
        await seen.SendAsync(client, "POST", "/containers", "{}");
        var made = await seen.SendAsync(client, "POST", "/containers", body);
        var path = $"/containers/{(string)made.Json["id"]!}";
        await seen.SendAsync(client, "POST", $"{path}/plan", body);
        await seen.SendAsync(client, "POST", $"{path}/plan", "{}");
        await seen.SendAsync(client, "POST", "/containers/nothing/plan", body);
        await seen.SendAsync(client, "GET", $"{path}/removal");
        await seen.SendAsync(client, "GET", "/containers/nothing/removal");
        await Eventually.HoldsAsync(async () => (string?)(await ApiCall.SendAsync(client, "GET", path)).Json["state"] == "running", () => "The container does not run.", TimeSpan.FromSeconds(60));
        await seen.SendAsync(client, "GET", path);
        await seen.SendAsync(client, "POST", $"{path}/restart");
        await seen.SendAsync(client, "POST", $"{path}/stop");
        await seen.SendAsync(client, "GET", $"{path}/room");
        await seen.SendAsync(client, "GET", "/containers/nothing/room");
        await seen.SendAsync(client, "GET", "/gpu/leases");
        await seen.SendAsync(client, "POST", $"{path}/start", """{"room":"stopLower"}""");
        await seen.SendAsync(client, "POST", $"{path}/retry");
        await seen.SendAsync(client, "PUT", path, body.Replace("serve", "other", StringComparison.Ordinal), ("If-Match", "*"));
        await seen.SendAsync(client, "PUT", path, body, ("If-Match", "\"old\""));
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
    }

    private static async Task SendContainerWorkAsync(Seen seen, HttpClient client, string host)
    {
        foreach (var path in new[] { "comfyui", "nobody", "comfyui/inspect", "comfyui/inspect?format=odd", "comfyui/log?tail=2", "comfyui/log?tail=many", "nobody/log", "comfyui/shell", "nobody/shell", "comfyui/adoption", "nobody/adoption" })
            await seen.SendAsync(client, "GET", $"{host}/containers/{path}");
        foreach (var path in new[] { "/containers/comfyui/stats", "/containers/nobody/stats", "/containers/comfyui/metrics", "/containers/comfyui/metrics?range=never", "/containers/nobody/metrics", "/disk", "/prune", "/prune?scope=namelessImages" })
            await seen.SendAsync(client, "GET", $"{host}{path}");
        await seen.SendAsync(client, "GET", "/docker-hosts/events");
        await seen.SendAsync(client, "GET", "/docker-hosts/nowhere/disk");
        var tag = (string)(await seen.SendAsync(client, "GET", $"{host}/prune?scope=unusedVolumes")).Json["tag"]!;
        await seen.SendAsync(client, "POST", $"{host}/prune", "{}");
        await seen.SendAsync(client, "POST", $"{host}/prune", $$"""{"scope":"unusedVolumes","tag":"{{tag}}"}""");
        await seen.SendAsync(client, "POST", $"{host}/prune", $$"""{"scope":"unusedVolumes","tag":"{{tag}}","host":"{{host["/docker-hosts/".Length..]}}"}""");
        foreach (var act in new[] { "comfyui/stop", "comfyui/start", "comfyui/restart", "nobody/stop" })
            await seen.SendAsync(client, "POST", $"{host}/containers/{act}");
    }

    private static async Task SendGpusAsync(Seen seen, HttpClient client, string host)
    {
        await seen.SendAsync(client, "GET", "/gpu/nodes");
        await Eventually.HoldsAsync(async () => CardOf(await ApiCall.SendAsync(client, "GET", "/gpu/hosts")) is not null, () => "No card is measured.", TimeSpan.FromSeconds(60));
        var card = CardOf(await seen.SendAsync(client, "GET", "/gpu/hosts"));
        foreach (var read in new[] { $"{card}/history", "nothing/history", $"{card}/history?range=never", $"{card}/history?range=7d" })
            await seen.SendAsync(client, "GET", $"/gpu/hosts/{host}/cards/{read}");
        foreach (var name in new[] { "whisper", "ollama" })
            await seen.SendAsync(client, "POST", $"/gpu/hosts/{host}/containers/{name}/restart");
        await seen.SendAsync(client, "POST", "/gpu/hosts/nothing/containers/whisper/restart");

        string? CardOf(ApiCall answer) =>
            (string?)answer.Json["items"]!.AsArray().First(item => (string?)item!["name"] == host)!["cards"]!["items"]?.AsArray().FirstOrDefault()?["uuid"];
    }

    /// <summary>A container from an image of which the registry has a newer version.</summary>
    private static async Task SendVersionsAsync(Seen seen, HttpClient client, string host)
    {
        var made = await seen.SendAsync(client, "POST", "/containers", $$"""{"host":"{{host}}","name":"versioned","image":"ghcr.io/open-webui/pipelines:main","command":["serve"],"onDrift":"restore"}""");
        var path = $"/containers/{(string)made.Json["id"]!}";
        await Eventually.HoldsAsync(
            async () => (string?)(await ApiCall.SendAsync(client, "GET", $"{path}/versions")).Json["standing"] == "newVersion", () => "No newer version was noticed.", TimeSpan.FromSeconds(60));
        await seen.SendAsync(client, "GET", "/image-versions");
        await seen.SendAsync(client, "GET", "/containers/nothing/versions");
        var versions = await seen.SendAsync(client, "GET", $"{path}/versions");
        await seen.SendAsync(client, "POST", $"{path}/versions/check");
        await seen.SendAsync(client, "POST", $"{path}/rollback", """{"digest":"sha256:nothing"}""");
        await seen.SendAsync(client, "POST", $"{path}/rollback", $$"""{"digest":"sha256:{{new string('1', 64)}}"}""");
        await seen.SendAsync(client, "POST", $"{path}/rollback", $$"""{"digest":"{{(string)versions.Json["digest"]!}}"}""");
        await seen.SendAsync(client, "POST", $"{path}/update", $$"""{"digest":"{{(string)versions.Json["offered"]!}}"}""");
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
    }

    private static async Task SendChecksAsync(Seen seen, HttpClient client)
    {
        foreach (var read in new[] { "/checks", "/checks/presets", "/checks/nothing", "/checks/nothing/history", "/notifications", "/notifications/channels", "/notifications/channels/nothing" })
            await seen.SendAsync(client, "GET", read);
        var wish = """{"name":"described","kind":"tcp","host":"192.0.2.7","port":80}""";
        foreach (var body in new[] { "{}", """{"name":"x","kind":"edge"}""", """{"name":"x","url":"http://169.254.169.254/"}""" })
            await seen.SendAsync(client, "POST", "/checks", body);
        var made = await seen.SendAsync(client, "POST", "/checks", wish);
        await seen.SendAsync(client, "POST", "/checks", wish);
        var path = $"/checks/{(string)made.Json["id"]!}";
        await Eventually.HoldsAsync(async () => (int)(await ApiCall.SendAsync(client, "GET", $"{path}/history")).Status == 200, () => "The new check is not run.", TimeSpan.FromSeconds(30));
        foreach (var read in new[] { path, $"{path}/history", $"{path}/history?range=7d", $"{path}/history?range=never", $"{path}/incidents", $"{path}/incidents?limit=0" })
            await seen.SendAsync(client, "GET", read);
        foreach (var act in new[] { "run", "pause", "resume" })
            await seen.SendAsync(client, "POST", $"{path}/{act}");
        await seen.SendAsync(client, "POST", $"{path}/silence", "{}");
        await seen.SendAsync(client, "POST", $"{path}/silence", """{"minutes":60}""");
        await seen.SendAsync(client, "DELETE", $"{path}/silence");
        await seen.SendAsync(client, "PUT", path, wish.Replace("80", "81", StringComparison.Ordinal), ("If-Match", "\"old\""));
        await seen.SendAsync(client, "PUT", path, wish.Replace("80", "81", StringComparison.Ordinal), ("If-Match", "*"));
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
        await SendChannelsAsync(seen, client);
    }

    private static async Task SendChannelsAsync(Seen seen, HttpClient client)
    {
        using var hook = new Checks.HttpServer(Checks.HttpServer.Ok());
        await seen.SendAsync(client, "POST", "/notifications/channels", "{}");
        var wish = """{"name":"described","kind":"ntfy","address":"https://ntfy.example.org/","topic":"lab","secret":"tk_1","quiet":{"from":"22:00:00","to":"07:00:00","timeZone":"Europe/Berlin"}}""";
        var made = await seen.SendAsync(client, "POST", "/notifications/channels", wish);
        var path = $"/notifications/channels/{(string)made.Json["id"]!}";
        var read = await seen.SendAsync(client, "GET", path);
        Assert.True((bool)read.Json["hasSecret"]!);
        Assert.DoesNotContain("tk_1", read.Text, StringComparison.Ordinal);
        await seen.SendAsync(client, "PUT", path, $$"""{"name":"described","kind":"webhook","address":"{{hook.Address}}","secret":""}""", ("If-Match", "*"));
        await seen.SendAsync(client, "POST", $"{path}/test");
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
    }

    private static async Task SendTunnelsAsync(Seen seen, HttpClient client)
    {
        await seen.SendAsync(client, "GET", "/cloudflare");
        var workshop = (await seen.SendAsync(client, "GET", "/tunnels")).Json["items"]!.AsArray().Single(tunnel => (string?)tunnel!["name"] == "workshop")!;
        var path = $"/tunnels/{(string)workshop["id"]!}";
        var rules = (await seen.SendAsync(client, "GET", $"{path}/rules")).Json["items"]!.AsArray();
        var newest = (int)(await seen.SendAsync(client, "GET", $"{path}/versions")).Json[0]!["version"]!;
        foreach (var read in new[] { path, "/tunnels/nothing", $"{path}/versions/{newest}", $"{path}/versions/999999", "/tunnel-rules", "/tunnel-rules/nothing" })
            await seen.SendAsync(client, "GET", read);
        await seen.SendAsync(client, "POST", $"{path}/versions/{newest}/restore", $$"""{"basedOn":{{newest}}}""");
        await seen.SendAsync(client, "POST", $"{path}/insist");
        await seen.SendAsync(client, "POST", $"{path}/cleanup");
        await SendRulesAsync(seen, client, path, (string)rules[0]!["hostname"]!);

        await seen.SendAsync(client, "POST", "/tunnels", """{"name":""}""");
        var made = $"/tunnels/{(string)(await seen.SendAsync(client, "POST", "/tunnels", """{"name":"attic"}""")).Json["id"]!}";
        await Eventually.HoldsAsync(async () => (int)(await ApiCall.SendAsync(client, "GET", made)).Status == 200, () => "The new tunnel is not seen.", TimeSpan.FromSeconds(30));
        await seen.SendAsync(client, "POST", $"{made}/token");
        await seen.SendAsync(client, "DELETE", path);
        await seen.SendAsync(client, "DELETE", made);
    }

    private static async Task SendRulesAsync(Seen seen, HttpClient client, string tunnel, string foreign)
    {
        var wish = $$"""{"name":"{{Wishes.NewHostname()}}","service":"http://10.0.0.175:80","isPublicWithoutLogin":true}""";
        await seen.SendAsync(client, "POST", $"{tunnel}/rules/plan", wish);
        await seen.SendAsync(client, "POST", $"{tunnel}/rules", "{}");
        var made = await seen.SendAsync(client, "POST", $"{tunnel}/rules", wish);
        var path = $"/tunnel-rules/{(string)made.Json["id"]!}";
        await seen.SendAsync(client, "GET", path);
        await seen.SendAsync(client, "PUT", path, wish.Replace(":80", ":8080", StringComparison.Ordinal), ("If-Match", made.ETag!));
        await seen.SendAsync(client, "DELETE", path, null, ("If-Match", "*"));
        var adopted = await seen.SendAsync(client, "POST", $"{tunnel}/rules/adopt", $$"""{"hostname":"{{foreign}}"}""");
        await seen.SendAsync(client, "POST", $"/tunnel-rules/{(string)adopted.Json["id"]!}/release");
    }

    [Fact]
    public async Task Document_OfEveryOperation_NamesRoleSummaryAndOwnId()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);
        var root = (await ApiCall.SendAsync(client, "GET", "/openapi.json")).Json;
        var operations = root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!).ToList();

        Assert.All(operations, operation => Assert.NotNull(operation["x-role"]));
        Assert.All(operations, operation => Assert.NotNull(operation["summary"]));
        Assert.All(operations, operation => Assert.Equal("token", operation["security"]![0]!.AsObject().Single().Key));
        Assert.Equal(operations.Count, operations.Select(operation => (string?)operation["operationId"]).Distinct().Count());
    }

    [Fact]
    public async Task Document_WithoutAToken_IsNotGiven()
    {
        using var client = portal.Host.With("nothing");

        Assert.Equal(401, (int)(await ApiCall.SendAsync(client, "GET", "/openapi.json")).Status);
    }

    private async Task SendActsAsync(Seen seen, HttpClient client)
    {
        portal.Host.Lab.Lab.KubernetesStore.Put(JsonNode.Parse("""
            {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"described","namespace":"home"},
             "spec":{"schedule":"0 4 * * *","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"tidy","image":"busybox"}]}}}}}}
            """)!.AsObject());
        var pod = (string)(await ApiCall.SendAsync(client, "GET", "/pods?namespace=home")).Json["items"]![0]!["name"]!;
        await Eventually.HoldsAsync(async () => (int)(await ApiCall.SendAsync(client, "POST", "/cronjobs/home/described/run?dryRun=true")).Status == 200, () => "The cron job is not seen.", TimeSpan.FromSeconds(30));
        foreach (var path in new[] { "/workloads/deployments/home/it-tools/restart", $"/pods/home/{pod}/evict", "/cronjobs/home/described/run", "/cronjobs/home/described/suspend", "/cronjobs/home/described/resume", "/nodes/node2/cordon", "/nodes/node2/uncordon" })
            await seen.SendAsync(client, "POST", $"{path}?dryRun=true");
        await seen.SendAsync(client, "POST", "/workloads/deployments/home/it-tools/scale?dryRun=true", """{"replicas":2}""");
        await seen.SendAsync(client, "POST", "/workloads/deployments/home/it-tools/rollback?dryRun=true", """{"revision":2}""");
        await seen.SendAsync(client, "GET", "/workloads/deployments/home/it-tools/revisions");
        await seen.SendAsync(client, "DELETE", $"/pods/home/{pod}?dryRun=true");
        await seen.SendAsync(client, "POST", "/workloads/deployments/media/sonarr/scale", """{"replicas":3}""");
        var begun = await seen.SendAsync(client, "POST", "/workloads/statefulsets/databases/redis/restart");
        await seen.SendAsync(client, "GET", "/nodes/node3/drain");
        await seen.SendAsync(client, "POST", "/nodes/node3/drain", """{"loseScratch":true,"loseUnmanaged":true}""");
        await seen.SendAsync(client, "GET", "/jobs");
        await seen.SendAsync(client, "GET", $"/jobs/{(string)begun.Json["id"]!}");
        await seen.SendAsync(client, "POST", $"/jobs/{(string)begun.Json["id"]!}/cancel");
    }

    private static async Task SendDnsAsync(Seen seen, HttpClient client)
    {
        const string Zone = "/dns/zones/cowlab.org";
        foreach (var path in new[] { "/dns/zones", $"{Zone}/records", $"{Zone}/file", "/dns/zones/nothing/records", "/dns/snapshots/999999" })
            await seen.SendAsync(client, "GET", path);
        foreach (var body in new[] { "{}", """{"text":"nas IN A 192.0.2.10\nbad A x"}""" })
            await seen.SendAsync(client, "POST", $"{Zone}/comparison", body);
        var docs = await RecordAsync(client, "docs.cowlab.org");
        var registry = await RecordAsync(client, "registry.cowlab.org");
        await seen.SendAsync(client, "POST", $"{Zone}/records/{(string)registry["id"]!}/adopt", "{}");
        var adopted = await seen.SendAsync(client, "POST", $"{Zone}/records/{(string)docs["id"]!}/adopt", "{}");
        var entry = $"/records/{(string)adopted.Json["id"]!}";
        await Eventually.HoldsAsync(async () => (string?)(await RecordAsync(client, "docs.cowlab.org"))["holder"] == "adopted", () => "The record is not adopted.", TimeSpan.FromSeconds(60));
        await seen.SendAsync(client, "POST", $"{entry}/accept");
        await seen.SendAsync(client, "POST", $"{entry}/revert");
        await seen.SendAsync(client, "POST", $"{entry}/release");
        await seen.SendAsync(client, "POST", $"{entry}/release");
        var name = Wishes.NewHostname();
        var made = await seen.SendAsync(client, "POST", "/records", Wishes.Record(name));
        await Eventually.HoldsAsync(async () => (await RecordsAsync(client)).Any(record => (string?)record!["name"] == name), () => "The record is not written.", TimeSpan.FromSeconds(60));
        await seen.SendAsync(client, "POST", $"/records/{(string)made.Json["id"]!}/delete");
        await seen.SendAsync(client, "GET", "/dns/snapshots?zone=cowlab.org");
        var snapshot = "";
        await Eventually.HoldsAsync(async () => (snapshot = await WithSomethingToRestoreAsync(client)).Length > 0, () => "The record is not deleted, or the zone was not kept before.", TimeSpan.FromSeconds(60));
        await seen.SendAsync(client, "GET", snapshot);
        await seen.SendAsync(client, "POST", $"{snapshot}/restore");
    }

    /// <summary>The newest copy of the zone, if there is anything of ours in it to put back.</summary>
    private static async Task<string> WithSomethingToRestoreAsync(HttpClient client)
    {
        var newest = (await ApiCall.SendAsync(client, "GET", "/dns/snapshots?zone=cowlab.org")).Json["items"]!.AsArray().FirstOrDefault();
        var path = newest is null ? "" : $"/dns/snapshots/{newest["id"]!.ToJsonString()}";
        return path.Length > 0 && (await ApiCall.SendAsync(client, "GET", path)).Json["steps"]!.AsArray().Any(step => (bool)step!["isEdit"]!) ? path : "";
    }

    private static async Task<JsonNode> RecordAsync(HttpClient client, string name) => (await RecordsAsync(client)).First(record => (string?)record!["name"] == name)!;

    private static async Task<JsonArray> RecordsAsync(HttpClient client) => (await ApiCall.SendAsync(client, "GET", "/dns/zones/cowlab.org/records")).Json["items"]!.AsArray();

    private static async Task<ApiDocument> ReadAsync(HttpClient client) => new((await ApiCall.SendAsync(client, "GET", "/openapi.json")).Json.AsObject());

    /// <summary>What was sent and answered so far, each held against the document.</summary>
    private sealed class Seen(ApiDocument document)
    {
        private readonly ContractChecker _checker = new(document);

        public List<string> Findings { get; } = [];

        /// <summary>Operations that were seen to succeed.</summary>
        public HashSet<string> Good { get; } = [];

        /// <summary>What was said last to those that were refused.</summary>
        public Dictionary<string, string> Refused { get; } = [];

        public async Task<ApiCall> SendAsync(HttpClient client, string method, string path, string? body = null, params (string Name, string Value)[] headers)
        {
            var call = await ApiCall.SendAsync(client, method, path, body, headers);
            var parts = path.Split('?');
            var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).ToList();
            var exchange = new Exchange(method, $"/api/v1{parts[0]}", query, body is null ? null : JsonNode.Parse(body), (int)call.Status, call.Text);
            // What is wrong with a request is this test's own doing when it was refused for it.
            Findings.AddRange(_checker.Check(exchange).Where(violation => (int)call.Status < 400 || violation.At.StartsWith("answer", StringComparison.Ordinal) || violation.At is "status" or "path")
                .Select(violation => $"{exchange} {violation}"));
            if (document.Find(method, exchange.Path)?.ToString() is { } operation)
            {
                if ((int)call.Status < 400)
                    Good.Add(operation);
                else
                    Refused[operation] = $"{call.Status} {call.Text}";
            }

            return call;
        }
    }
}
