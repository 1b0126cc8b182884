using System.Net;
using System.Text;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class VersionNegotiationTests
{
    [Theory]
    [InlineData("1.41", "/v1.41/")]
    [InlineData("1.45", "/v1.45/")]
    [InlineData("1.51", "/v1.51/")]
    [InlineData("1.56", "/v1.51/")]
    [InlineData("2.0", "/v1.51/")]
    [InlineData(null, "/v1.41/")]
    [InlineData("soon", "/v1.41/")]
    public async Task Version_IsTheNewestThatBothSpeak(string? theirs, string prefix)
    {
        using var client = DockerClients.Scripted(asked => asked.Path == "/_ping" ? DockerClients.Ping(theirs) : ScriptedHandler.Json("[]"), out var handler);
        await client.ListContainersAsync(null, default);
        await client.ListContainersAsync(null, default);
        Assert.Equal(3, handler.Requests.Count);
        Assert.All(handler.Requests.Skip(1), asked => Assert.StartsWith(prefix, asked.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Daemon_OlderThanTheFloor_IsRefused()
    {
        using var client = DockerClients.Answering(() => ScriptedHandler.Json("[]"), "1.40");
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.ListContainersAsync(null, default));
        Assert.Equal(DockerErrorKind.VersionUnsupported, fault.Kind);
    }

    [Fact]
    public async Task Proxy_ThatForbidsHead_IsAskedWithGet()
    {
        using var client = DockerClients.Scripted(
            asked => asked.Method == HttpMethod.Head ? new HttpResponseMessage(HttpStatusCode.Forbidden) : DockerClients.Ping("1.44"), out var handler);
        Assert.Equal("1.44", (await client.PingAsync(default)).ApiVersion);
        Assert.Equal([HttpMethod.Head, HttpMethod.Get], handler.Requests.Select(asked => asked.Method));
    }

    [Fact]
    public async Task Daemon_ReplacedByAnOlderOne_IsAskedAgain()
    {
        var version = "1.51";
        using var client = DockerClients.Scripted(asked =>
        {
            if (asked.Path == "/_ping") return DockerClients.Ping(version);
            if (asked.Path.StartsWith($"/v{version}/", StringComparison.Ordinal)) return ScriptedHandler.Json("[]");
            var refusal = ScriptedHandler.Json("""{"message":"client version 1.51 is too new"}""", HttpStatusCode.BadRequest);
            refusal.Headers.Add("Api-Version", version);
            return refusal;
        });
        await client.ListContainersAsync(null, default);
        version = "1.41";
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.ListContainersAsync(null, default));
        Assert.Equal(DockerErrorKind.VersionUnsupported, fault.Kind);
        Assert.Empty(await client.ListContainersAsync(null, default));
    }

    [Fact]
    public async Task Daemon_ThatFindsUsTooOld_SaysSoInPlainText()
    {
        using var client = DockerClients.Answering(() =>
        {
            var refusal = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("client version 1.51 is too old.\n", Encoding.UTF8, "text/plain") };
            refusal.Headers.Add("Api-Version", "1.99");
            return refusal;
        });
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.InfoAsync(default));
        Assert.Equal((DockerErrorKind.VersionUnsupported, "client version 1.51 is too old."), (fault.Kind, fault.DaemonMessage));
    }
}
