using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerClientTests
{
    [Theory]
    [InlineData(HttpStatusCode.NotFound, DockerErrorKind.ImageMissing, DockerErrorKind.NotFound)]
    [InlineData(HttpStatusCode.Conflict, DockerErrorKind.NameConflict, DockerErrorKind.WrongState)]
    [InlineData(HttpStatusCode.BadRequest, DockerErrorKind.InvalidRequest, DockerErrorKind.StartFailed)]
    [InlineData(HttpStatusCode.InternalServerError, DockerErrorKind.Other, DockerErrorKind.StartFailed)]
    [InlineData(HttpStatusCode.Forbidden, DockerErrorKind.AccessDenied, DockerErrorKind.AccessDenied)]
    [InlineData(HttpStatusCode.ServiceUnavailable, DockerErrorKind.Other, DockerErrorKind.Other)]
    [InlineData(HttpStatusCode.MovedPermanently, DockerErrorKind.Other, DockerErrorKind.Other)]
    public async Task Refusal_DependsOnWhatWasTried(HttpStatusCode status, DockerErrorKind create, DockerErrorKind start)
    {
        using var client = DockerClients.Answering(() => ScriptedHandler.Json("""{"message":"because"}""", status));
        var created = await Assert.ThrowsAsync<DockerApiException>(() => client.CreateAsync("x", new ContainerSpec(), default));
        var started = await Assert.ThrowsAsync<DockerApiException>(() => client.StartAsync("x", default));
        Assert.Equal((create, start), (created.Kind, started.Kind));
        Assert.Equal(("because", (int)status), (created.DaemonMessage, created.StatusCode));
        Assert.Contains("because", created.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""[{"Names":[]}]""")]
    public async Task Answer_ThatIsNotWhatTheApiDescribes_IsATypedFault(string body)
    {
        using var client = DockerClients.Answering(() => ScriptedHandler.Json(body));
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.ListContainersAsync(null, default));
        Assert.Equal(DockerErrorKind.InvalidAnswer, fault.Kind);
    }

    [Fact]
    public async Task List_WithAFilter_AsksForAllOfIt()
    {
        using var client = DockerClients.Scripted(asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : ScriptedHandler.Json("[]"), out var handler);
        await client.ListContainersAsync(new ContainerFilter { All = false, Labels = ["a=b&c"], States = ["running", "paused"] }, default);
        var query = Uri.UnescapeDataString(handler.Requests[^1].Path);
        Assert.Equal("""/v1.41/containers/json?all=false&filters={"label":["a=b\u0026c"],"status":["running","paused"]}""", query);
    }

    [Fact]
    public async Task Names_OfAnyShape_StayInTheirPlaceInThePath()
    {
        using var client = DockerClients.Scripted(
            asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : new HttpResponseMessage(HttpStatusCode.NoContent), out var handler);
        await client.StartAsync("/web", default);
        await client.StopAsync("a/../b?c", TimeSpan.FromSeconds(2.5), default);
        await client.RestartAsync("web", null, default);
        Assert.Equal(
            ["/_ping", "/v1.41/containers/web/start", "/v1.41/containers/a%2F..%2Fb%3Fc/stop?t=3", "/v1.41/containers/web/restart"],
            handler.Requests.Select(asked => asked.Path));
    }

    [Fact]
    public async Task Create_SendsOnlyWhatIsGiven()
    {
        using var client = DockerClients.Scripted(asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : ScriptedHandler.Json("""{"Id":"abc","Warnings":null}"""), out var handler);
        var spec = new ContainerSpec
        {
            Image = "busybox",
            Cmd = ["sh"],
            Tty = true,
            HostConfig = new HostConfig { NetworkMode = "none", DeviceRequests = [new DeviceRequest { Driver = "nvidia", DeviceIds = ["GPU-1"], Capabilities = [["gpu"]] }] },
        };
        Assert.Equal("abc", (await client.CreateAsync("a b", spec, default)).Id);
        Assert.Equal("/v1.41/containers/create?name=a%20b", handler.Requests[^1].Path);
        var expected = JsonNode.Parse("""{"Image":"busybox","Cmd":["sh"],"Tty":true,"HostConfig":{"NetworkMode":"none","DeviceRequests":[{"Driver":"nvidia","DeviceIDs":["GPU-1"],"Capabilities":[["gpu"]]}]}}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(handler.Requests[^1].Body!)), handler.Requests[^1].Body);
    }

    [Fact]
    public async Task Logs_AskForTheSliceThatWasWanted()
    {
        using var client = DockerClients.Scripted(asked => asked.Path switch
        {
            "/_ping" => DockerClients.Ping("1.41"),
            _ when asked.Path.EndsWith("/json", StringComparison.Ordinal) => ScriptedHandler.Json("""{"Id":"a"}"""),
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) },
        }, out var handler);
        var since = DateTimeOffset.FromUnixTimeSeconds(1795220048).AddTicks(3405812);
        await foreach (var line in client.LogsAsync("a", new LogOptions { Since = since, Tail = 5, Follow = true }, default)) Assert.Fail(line.Text);
        Assert.EndsWith("/logs?stdout=true&stderr=true&follow=true&timestamps=true&since=1795220048.340581200&tail=5", handler.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfAContainerThatIsGone_SayNotFound()
    {
        using var client = DockerClients.Answering(() => ScriptedHandler.Json("""{"message":"No such container: a"}""", HttpStatusCode.NotFound));
        var fault = await Assert.ThrowsAsync<DockerApiException>(async () =>
        {
            await foreach (var line in client.LogsAsync("a", null, default)) Assert.Fail(line.Text);
        });
        Assert.Equal(DockerErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task Events_FromAnInstant_AskForItToTheNanosecond()
    {
        using var client = DockerClients.Scripted(
            asked => asked.Path == "/_ping" ? DockerClients.Ping("1.41") : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }, out var handler);
        await foreach (var happened in client.EventsAsync(new EventOptions { Types = ["container"], SinceNanoseconds = 1795220048000000295 }, default)) Assert.Fail($"{happened}");
        Assert.Equal("""/v1.41/events?filters={"type":["container"]}&since=1795220048.000000295""", Uri.UnescapeDataString(handler.Requests[^1].Path));
    }
}
