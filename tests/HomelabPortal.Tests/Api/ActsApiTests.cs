using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Api;

/// <summary>Acts as programs ask for them; the lab's controllers stand still, so that a rollout waits for as long as a test needs.</summary>
public sealed class ActsApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private const string ItTools = "/workloads/deployments/home/it-tools";

    [Fact]
    public async Task DryRun_SaysWhatItWouldDoAndDoesNothing()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        var before = await JobsAsync(client);

        var plan = await ApiCall.SendAsync(client, "POST", $"{ItTools}/scale?dryRun=true", """{"replicas":3}""");

        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.Equal("Deployment home/it-tools: replicas 1 → 3", (string?)plan.Json["lines"]![0]!["text"]);
        Assert.Equal("PATCH /apis/apps/v1/namespaces/home/deployments/it-tools/scale", (string?)plan.Json["lines"]![0]!["request"]);
        Assert.NotNull(plan.ETag);
        Assert.Equal(before, await JobsAsync(client));
    }

    [Fact]
    public async Task Cordon_IsFollowedToItsEnd()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var begun = await ApiCall.SendAsync(client, "POST", "/nodes/node2/cordon");
        Assert.Equal(HttpStatusCode.Accepted, begun.Status);
        Assert.Equal($"/api/v1/jobs/{begun.Json["id"]}", begun.Response.Headers.Location?.ToString());
        var job = await EndedAsync(client, (string)begun.Json["id"]!);

        Assert.Equal(("done", "node2 takes no new pods."), ((string?)job["phase"], (string?)job["outcome"]));
        var again = await ApiCall.SendAsync(client, "POST", "/nodes/node2/cordon");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/plan-refused", "It takes no new pods already."), (again.Status, again.Type, (string?)again.Json["detail"]));
        var opened = await ApiCall.SendAsync(client, "POST", "/nodes/node2/uncordon");
        await EndedAsync(client, (string)opened.Json["id"]!);
    }

    [Fact]
    public async Task Scale_OfWhatArgoCdKeeps_IsRefusedWithTheReason()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var refused = await ApiCall.SendAsync(client, "POST", "/workloads/deployments/media/sonarr/scale", """{"replicas":3}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/plan-refused"), (refused.Status, refused.Type));
        Assert.StartsWith("Argo CD (sonarr) keeps it", (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_ByAViewerOrASmallToken_IsRefused()
    {
        using var viewer = await portal.Host.WithTokenAsync(Role.Viewer);
        using var small = await portal.Host.WithTokenAsync(Role.Operator, "lab:read");

        Assert.Equal("/problems/scope", (await ApiCall.SendAsync(viewer, "POST", $"{ItTools}/restart")).Type);
        Assert.Equal("/problems/scope", (await ApiCall.SendAsync(small, "POST", $"{ItTools}/restart?dryRun=true")).Type);
    }

    [Fact]
    public async Task Act_WithAnIdempotencyKey_IsBegunOnce()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var first = await ApiCall.SendAsync(client, "POST", "/workloads/statefulsets/databases/minio/restart", null, ("Idempotency-Key", "acts-1"));
        var second = await ApiCall.SendAsync(client, "POST", "/workloads/statefulsets/databases/minio/restart", null, ("Idempotency-Key", "acts-1"));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, second.Status));
        Assert.Equal((string)first.Json["id"]!, (string)second.Json["id"]!);
        Assert.True(second.Response.Headers.Contains("Idempotency-Replayed"));
        await CancelAsync(client, (string)first.Json["id"]!);
    }

    [Fact]
    public async Task Delete_OfAPod_NeedsTheStateThatWasSeen()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        var pod = await PodAsync(client, "stirling-pdf");

        var without = await ApiCall.SendAsync(client, "DELETE", $"/pods/home/{pod}");
        var old = await ApiCall.SendAsync(client, "DELETE", $"/pods/home/{pod}", null, ("If-Match", "\"old\""));
        var plan = await ApiCall.SendAsync(client, "DELETE", $"/pods/home/{pod}?dryRun=true");
        var begun = await ApiCall.SendAsync(client, "DELETE", $"/pods/home/{pod}", null, ("If-Match", plan.ETag!));

        Assert.Equal((HttpStatusCode)428, without.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, old.Status);
        Assert.Equal(HttpStatusCode.Accepted, begun.Status);
        await CancelAsync(client, (string)begun.Json["id"]!);
    }

    [Fact]
    public async Task Job_Cancelled_SaysByWhom()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        using var viewer = await portal.Host.WithTokenAsync(Role.Viewer);
        var begun = await ApiCall.SendAsync(client, "POST", "/workloads/statefulsets/databases/redis/restart");
        var id = (string)begun.Json["id"]!;

        Assert.Equal(HttpStatusCode.Forbidden, (await ApiCall.SendAsync(viewer, "POST", $"/jobs/{id}/cancel")).Status);
        await CancelAsync(client, id);

        var job = await EndedAsync(client, id);
        Assert.Equal("cancelled", (string?)job["phase"]);
        Assert.StartsWith("Cancelled by operator", (string?)job["outcome"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/workloads/deployments/home/nothing/restart", null, 404)]
    [InlineData("POST", "/workloads/gizmos/home/it-tools/restart", null, 404)]
    [InlineData("POST", "/workloads/deployments/home/it-tools/scale", "{}", 422)]
    [InlineData("POST", "/workloads/deployments/home/it-tools/scale", """{"replicas":-1}""", 422)]
    [InlineData("POST", "/workloads/deployments/home/it-tools/scale", """{"replicas":"3"}""", 400)]
    [InlineData("POST", "/workloads/deployments/home/it-tools/rollback", """{"revision":77}""", 422)]
    [InlineData("POST", "/workloads/cronjobs/home/it-tools/restart", null, 404)]
    [InlineData("GET", "/jobs/nothing", null, 404)]
    [InlineData("POST", "/jobs/nothing/cancel", null, 404)]
    public async Task Request_ThatMakesNoSense_IsToldSo(string method, string path, string? body, int status)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        Assert.Equal(status, (int)(await ApiCall.SendAsync(client, method, path, body)).Status);
    }

    [Fact]
    public async Task Revisions_OfADeployment_AreListed()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        var revisions = (await ApiCall.SendAsync(client, "GET", $"{ItTools}/revisions")).Json["items"]!.AsArray();

        Assert.Equal([(3L, true), (2L, false)], revisions.Select(revision => ((long)revision!["revision"]!, (bool)revision["isCurrent"]!)));
    }

    private static async Task<string> PodAsync(HttpClient client, string app) =>
        (await ApiCall.SendAsync(client, "GET", "/pods?namespace=home")).Json["items"]!.AsArray().Select(pod => (string)pod!["name"]!).First(name => name.StartsWith(app, StringComparison.Ordinal));

    private static async Task CancelAsync(HttpClient client, string id)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/jobs/{id}/cancel")).Status);
        await EndedAsync(client, id);
    }

    private static async Task<JsonNode> EndedAsync(HttpClient client, string id)
    {
        JsonNode? job = null;
        await Eventually.HoldsAsync(
            async () => (string?)(job = (await ApiCall.SendAsync(client, "GET", $"/jobs/{id}")).Json)["phase"] != "running", () => $"{job}", TimeSpan.FromSeconds(60));
        return job!;
    }

    private static async Task<int> JobsAsync(HttpClient client) => (await ApiCall.SendAsync(client, "GET", "/jobs")).Json.AsArray().Count;
}
