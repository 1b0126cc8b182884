using System.Net;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

public sealed class ObjectsApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Manifest_OfADeployment_IsJsonOrYamlByAccept()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var json = await ApiCall.SendAsync(client, "GET", "/objects/deployments.apps/media/kavita");
        var yaml = await ApiCall.SendAsync(client, "GET", "/objects/deployments.apps/media/kavita", null, ("Accept", "application/yaml"));

        Assert.Equal("Deployment", (string?)json.Json["kind"]);
        Assert.Equal("application/yaml", yaml.Response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("apiVersion: apps/v1\nkind: Deployment\n", yaml.Text);
        Assert.DoesNotContain("not-a-good-place-for-this", json.Text + yaml.Text);
    }

    [Fact]
    public async Task Manifest_OfASecret_HasNoValues()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var secret = await ApiCall.SendAsync(client, "GET", "/objects/secrets/databases/postgres-credentials?managedFields=true");

        Assert.Equal("‹hidden, 24 bytes›", (string?)secret.Json["data"]!["password"]);
        Assert.StartsWith("‹hidden,", (string?)secret.Json["metadata"]!["annotations"]!["kubectl.kubernetes.io/last-applied-configuration"]);
    }

    [Theory]
    [InlineData("/objects/pods/media/nobody", "There is no Pod media/nobody now.")]
    [InlineData("/objects/things/media/nobody", "It serves no things.")]
    [InlineData("/objects/nodes/media/node0", "Node objects are in no namespace")]
    [InlineData("/objects/pods/node0", "Pod objects are in namespaces")]
    public async Task Manifest_ThatIsNotThere_IsNotFoundWithTheReason(string path, string reason)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        var answer = await ApiCall.SendAsync(client, "GET", path);

        Assert.Equal((HttpStatusCode.NotFound, "/problems/not-found"), (answer.Status, answer.Type));
        Assert.Contains(reason, (string?)answer.Json["detail"]);
    }

    [Fact]
    public async Task Manifest_ForATokenThatOnlySeesTheLab_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin, "lab:read");

        Assert.Equal("/problems/scope", (await ApiCall.SendAsync(client, "GET", "/objects/pods/databases/postgres-0")).Type);
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.SendAsync(client, "GET", "/objects/secrets")).Status);
    }

    [Fact]
    public async Task Events_OfEachType_AreNarrowedByTheirObject()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        var warnings = (await ApiCall.SendAsync(client, "GET", "/events")).Json["items"]!.AsArray();
        var normal = (await ApiCall.SendAsync(client, "GET", "/events?type=normal&kind=Service&name=traefik")).Json["items"]!.AsArray();

        Assert.All(warnings, item => Assert.Equal("Warning", (string?)item!["type"]));
        Assert.Contains(normal, item => (string?)item!["reason"] == "nodeAssigned");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ApiCall.SendAsync(client, "GET", "/events?type=odd")).Status);
    }

    [Fact]
    public async Task Certificates_Applications_And_Charts_SayHowTheyAre()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        var certificate = (await ApiCall.SendAsync(client, "GET", "/certificates")).Json["items"]![0]!;
        var applications = (await ApiCall.SendAsync(client, "GET", "/applications")).Json["items"]!.AsArray();
        var charts = (await ApiCall.SendAsync(client, "GET", "/charts")).Json["items"]!.AsArray();

        Assert.Equal(("registry-cowlab-org", "broken"), ((string?)certificate["name"], (string?)certificate["state"]));
        Assert.Contains(applications, item => (string?)item!["sync"] == "OutOfSync");
        Assert.Contains(charts, item => (string?)item!["word"] == "Installed");
    }
}
