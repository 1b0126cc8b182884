namespace HomelabPortal.Tests.Simulator.Docker;

public sealed class VersionTests
{
    [Theory]
    [InlineData("HEAD", "")]
    [InlineData("GET", "OK")]
    public async Task Ping_Unversioned_NamesTheApiVersion(string method, string body)
    {
        await using var lab = await DockerLab.StartAsync();
        using var response = await lab.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/_ping"));

        Assert.Equal("1.51", response.Headers.GetValues("Api-Version").Single());
        Assert.Equal("linux", response.Headers.GetValues("Ostype").Single());
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Version_TooNew_IsRefusedInJson()
    {
        await using var lab = await DockerLab.StartAsync();

        var (status, body) = await lab.SendAsync("GET", "/v1.99/info");

        Assert.Equal(400, status);
        Assert.Equal("client version 1.99 is too new. Maximum supported API version is 1.51", (string)body!["message"]!);
    }

    [Fact]
    public async Task Version_TooOld_IsRefusedInPlainText()
    {
        await using var lab = await DockerLab.StartAsync();
        using var response = await lab.Client.GetAsync("/v1.10/info");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("client version 1.10 is too old.", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/info")]
    [InlineData("/v1.41/info")]
    [InlineData("/v1.51/info")]
    public async Task Info_AnySpokenVersion_NamesTheHost(string path)
    {
        await using var lab = await DockerLab.StartAsync();

        var (_, body) = await lab.SendAsync("GET", path);

        Assert.Equal("gpu-box", (string)body!["Name"]!);
        Assert.Equal("nvidia.com/gpu=0", (string)body["DiscoveredDevices"]![0]!["ID"]!);
    }

    [Fact]
    public async Task Path_Unknown_IsNotFound()
    {
        await using var lab = await DockerLab.StartAsync();

        var (status, body) = await lab.SendAsync("GET", "/v1.51/nope");

        Assert.Equal((404, "page not found"), (status, (string)body!["message"]!));
    }
}
