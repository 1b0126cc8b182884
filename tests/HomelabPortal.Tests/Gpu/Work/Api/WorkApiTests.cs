using System.Net;
using HomelabPortal.Docker;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Gpu.Work.Api;

public sealed class WorkApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private const string Secret = "hunter2-hunter2";

    private string Root => $"/docker-hosts/{portal.Host.Lab.Lab.DockerHosts[0].Name}/containers";

    [Fact]
    public async Task Inspection_InEveryForm_HasNoSecret()
    {
        await MakeAsync("inspected");
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        foreach (var path in new[] { "", "/inspect", "/inspect?format=yaml" })
        {
            var text = await client.GetStringAsync($"/api/v1{Root}/inspected{path}");
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.Contains("inspected", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Inspection_ForAViewer_IsRefusedWhileTheRestIsSeen()
    {
        await MakeAsync("seen");
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await ApiCall.SendAsync(client, "GET", $"{Root}/seen/inspect")).Status);
        Assert.Equal("running", (string?)(await ApiCall.SendAsync(client, "GET", $"{Root}/seen")).Json["state"]);
    }

    [Fact]
    public async Task Acts_OnAForeignContainer_AreDoneAndOnRecord()
    {
        await MakeAsync("acted");
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var stopped = await ApiCall.SendAsync(client, "POST", $"{Root}/acted/stop");
        var again = await ApiCall.SendAsync(client, "POST", $"{Root}/acted/stop");
        var started = await ApiCall.SendAsync(client, "POST", $"{Root}/acted/start");

        Assert.Equal((false, true, false), ((bool)stopped.Json["wasAlready"]!, (bool)again.Json["wasAlready"]!, (bool)started.Json["wasAlready"]!));
        var audit = await ApiCall.SendAsync(client, "GET", "/audit?limit=10");
        Assert.Contains($"Stop the container {portal.Host.Lab.Lab.DockerHosts[0].Name}/acted", audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_OnNoContainer_IsSaid()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        Assert.Equal(HttpStatusCode.Conflict, (await ApiCall.SendAsync(client, "POST", $"{Root}/nobody/stop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ApiCall.SendAsync(client, "GET", $"{Root}/nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ApiCall.SendAsync(client, "GET", "/docker-hosts/nowhere/containers/x")).Status);
    }

    private async Task MakeAsync(string name)
    {
        using var client = new DockerClient(DockerConnection.FromAddress(portal.Host.Lab.Lab.DockerHosts[0].Address.ToString()), TimeProvider.System);
        var made = await client.CreateAsync(
            name, new ContainerSpec { Image = "lab/busybox:1", Cmd = ["serve", "--note", Secret], Env = [$"DB_PASSWORD={Secret}"], Labels = new Dictionary<string, string> { ["note"] = Secret } }, CancellationToken.None);
        await client.StartAsync(made.Id, CancellationToken.None);
    }
}
