using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

public sealed class ContainerApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Secret_OfAContainer_IsNeverAnswered()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var made = await ApiCall.SendAsync(client, "POST", "/containers", Body("masked", """ "variables":[{"name":"HF_TOKEN","value":"hf_very_secret"},{"name":"MODE","value":"fast"}] """));
        var read = await ApiCall.SendAsync(client, "GET", $"/containers/{(string)made.Json["id"]!}");
        var audit = await ApiCall.SendAsync(client, "GET", $"/audit?limit=5&subject={(string)made.Json["id"]!}");

        Assert.Equal(HttpStatusCode.Created, made.Status);
        foreach (var answer in new[] { made, read, audit })
            Assert.DoesNotContain("hf_very_secret", answer.Text, StringComparison.Ordinal);
        Assert.True((bool)read.Json["variables"]![0]!["isSecret"]!);
        Assert.Equal("fast", (string?)read.Json["variables"]![1]!["value"]);
    }

    [Theory]
    [InlineData(""" "volumes":[{"source":"/etc","target":"/x"}] """, "volumes")]
    [InlineData(""" "volumes":[{"source":"/var/run/docker.sock","target":"/x"}] """, "volumes")]
    [InlineData(""" "reach":{"isPrivileged":true} """, "reach")]
    [InlineData(""" "devices":["/dev/sda"] """, "devices")]
    [InlineData(""" "network":"host" """, "network")]
    [InlineData(""" "ports":[{"containerPort":80}] """, "ports")]
    [InlineData(""" "adopt":true """, "name")]
    public async Task Container_ThatBreaksARule_IsToldAtItsMember(string more, string member)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/containers", Body("bad", more));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.Status);
        Assert.True(call.Json["errors"]?[member] is not null, call.Text);
    }

    [Fact]
    public async Task UnsafeContainer_ByAProgram_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/containers", Body("unsafe", """ "isUnsafe":true,"reach":{"isPrivileged":true} """));

        Assert.Equal(HttpStatusCode.Forbidden, call.Status);
    }

    [Fact]
    public async Task Container_OnAHostThatIsNot_IsToldSo()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/containers", """{"host":"nowhere","name":"x1","image":"lab/busybox:1"}""");

        Assert.NotNull(call.Json["errors"]?["host"]);
    }

    /// <summary>Its image is nowhere to be had, so that nothing of the portal's bears the name when somebody makes one.</summary>
    [Fact]
    public async Task Container_ThatDockerRemovesWhenItStops_IsNotTakenOverByAChangeEither()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var wish = Body("fleeting", """ "restart":"no" """).Replace("lab/busybox:1", "lab.invalid/app:1", StringComparison.Ordinal);
        var made = await ApiCall.SendAsync(client, "POST", "/containers", wish);
        portal.Host.Lab.Lab.DockerStates[0].Create("fleeting", new JsonObject { ["Image"] = "lab/busybox:1", ["HostConfig"] = new JsonObject { ["AutoRemove"] = true } });

        var call = await ApiCall.SendAsync(client, "PUT", $"/containers/{(string)made.Json["id"]!}", wish[..^1] + ""","adopt":true}""", ("If-Match", "*"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.Status);
        Assert.Contains("--rm", call.Json["errors"]!["name"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private string Body(string name, string more) =>
        $$"""{"host":"{{portal.Host.Lab.Lab.DockerHosts[0].Name}}","name":"{{name}}","image":"lab/busybox:1",{{more}}}""";
}
