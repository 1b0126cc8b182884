using System.Net;
using HomelabPortal.Docker;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Gpu.Work.Api;

public sealed class WorkStreamApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private const string Secret = "hunter2-hunter2";

    private string Root => $"/api/v1/docker-hosts/{portal.Host.Lab.Lab.DockerHosts[0].Name}/containers";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_WithAndWithoutTerminal_IsTextWithoutSecrets(bool hasTerminal)
    {
        var name = hasTerminal ? "terminal" : "plain";
        await MakeAsync(name, hasTerminal);
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        await Eventually.HoldsAsync(async () => (await client.GetAsync($"{Root}/{name}/log")).IsSuccessStatusCode, () => "The container is not seen.", TimeSpan.FromSeconds(60));

        var text = await client.GetStringAsync($"{Root}/{name}/log?tail=10");

        Assert.Contains("begins with ••••••••\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.Empty(await client.GetStringAsync($"{Root}/{name}/log?q=nobody-says-this"));
    }

    [Fact]
    public async Task Log_ForAViewer_IsRefused()
    {
        using var viewer = await portal.Host.WithTokenAsync(Role.Viewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync($"{Root}/comfyui/log")).StatusCode);
    }

    [Fact]
    public async Task Log_OfNoContainer_IsNotFound()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Root}/nobody/log")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/docker-hosts/nowhere/containers/x/log")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync($"{Root}/comfyui/log?previous=true")).StatusCode);
    }

    private async Task MakeAsync(string name, bool hasTerminal)
    {
        using var client = new DockerClient(DockerConnection.FromAddress(portal.Host.Lab.Lab.DockerHosts[0].Address.ToString()), TimeProvider.System);
        var spec = new ContainerSpec { Image = "lab/busybox:1", Cmd = ["sh", "-c", $"echo begins with {Secret}; sleep 9000"], Env = [$"APP_PASSWORD={Secret}"], Tty = hasTerminal };
        var made = await client.CreateAsync(name, spec, CancellationToken.None);
        await client.StartAsync(made.Id, CancellationToken.None);
    }
}
