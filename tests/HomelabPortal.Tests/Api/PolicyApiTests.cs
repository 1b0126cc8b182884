using System.Net;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

public sealed class PolicyApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Policy_Changed_IsReadBackWithItsNewTag()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var before = await ApiCall.SendAsync(client, "GET", "/policy");

        var changed = await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"upsert"}""", ("If-Match", before.ETag!));

        Assert.Equal(("sync", HttpStatusCode.OK), ((string?)before.Json["policy"], changed.Status));
        var after = await ApiCall.SendAsync(client, "GET", "/policy");
        Assert.Equal(("upsert", changed.ETag), ((string?)after.Json["policy"], after.ETag));
        Assert.Equal(HttpStatusCode.NotModified, (await ApiCall.SendAsync(client, "GET", "/policy", null, ("If-None-Match", after.ETag!))).Status);
        // A proxy that compresses makes tags weak.
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"sync"}""", ("If-Match", "W/" + after.ETag))).Status);
    }

    [Fact]
    public async Task Look_AskedFor_IsAccepted()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        Assert.Equal(HttpStatusCode.Accepted, (await ApiCall.SendAsync(client, "POST", "/looks")).Status);
    }
}
