using System.Net;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Api;

public sealed class ExposureApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Exposure_FromTheHouseToTheInternetAndBack_IsInPlaceEachTime()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();

        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name));
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = (string)made.Json["id"]!;
        Assert.Equal($"/api/v1/exposures/{id}", made.Response.Headers.Location?.OriginalString);
        var inHouse = await InPlaceAsync(client, id);
        Assert.Contains(portal.Host.Lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes"), route => route.ToJsonString().Contains(name, StringComparison.Ordinal));

        var published = await ApiCall.SendAsync(client, "PUT", $"/exposures/{id}", Wishes.Exposure(name, visibility: "tunnel", confirm: name), ("If-Match", inHouse.ETag!));
        Assert.Equal(HttpStatusCode.OK, published.Status);
        await InPlaceAsync(client, id);
        Assert.Contains(portal.Host.Lab.Lab.CloudflareState.Zones[0].Records, record => (string?)record["name"] == name);

        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "DELETE", $"/exposures/{id}", null, ("If-Match", published.ETag!))).Status);
        await Eventually.HoldsAsync(() => !portal.Host.Lab.Lab.CloudflareState.Zones[0].Records.Any(record => (string?)record["name"] == name), () => name, _settled);
        Assert.Equal(HttpStatusCode.NotFound, (await ApiCall.SendAsync(client, "GET", $"/exposures/{id}")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another.cowlab.org")]
    public async Task Publishing_WithoutTheHostnameAgain_IsRefusedAtTheField(string? confirm)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname(), visibility: "tunnel", confirm: confirm));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.Status);
        Assert.NotNull(call.Json["errors"]!["confirm"]);
    }

    [Theory]
    [InlineData("""{"hostname":"nodots","backend":{"kind":"address","address":"10.0.0.175","port":"80"}}""", "hostname")]
    [InlineData("""{"hostname":"a.cowlab.org"}""", "backend")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{}}""", "backend.kind")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"address","address":"127.0.0.1","port":"80"}}""", "backend")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"address","address":"10.0.0.175","port":"0"}}""", "backend.port")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"address","address":"10.0.0.175","port":"80","scheme":"ftp"}}""", "backend.scheme")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"address","address":"10.0.0.175","port":"80","service":"sonarr"}}""", "backend.service")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"service","namespace":"media","service":"nothing","port":"80"}}""", "backend")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"service","namespace":"media","service":"sonarr","port":"nothing"}}""", "backend.port")]
    [InlineData("""{"hostname":"a.cowlab.org","backend":{"kind":"container","container":"nobody/nothing:1"}}""", "backend")]
    [InlineData("""{"hostname":"sonarr.cowlab.org","backend":{"kind":"service","namespace":"media","service":"sonarr","port":"http"}}""", "hostname")]
    public async Task Wish_ThatCannotBe_IsToldAtItsMember(string body, string member)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/exposures", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.Status);
        Assert.True(call.Json["errors"]?[member] is not null, call.Text);
    }

    [Fact]
    public async Task Hostname_ExposedAlready_IsAConflict()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();
        await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name));

        var second = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name, 9000));

        Assert.Equal((HttpStatusCode.Conflict, "/problems/conflict"), (second.Status, second.Type));
        Assert.NotNull(second.Json["errors"]!["hostname"]);
    }

    [Fact]
    public async Task Plan_OfAWish_SavesNothing()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var before = (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["revision"]!.ToJsonString();

        var plan = await ApiCall.SendAsync(client, "POST", "/exposures/plan", Wishes.Exposure(Wishes.NewHostname()));

        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.Contains(plan.Json["changes"]!.AsArray(), change => (string?)change!["resourceKind"] == "IngressRoute");
        Assert.Equal(before, (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["revision"]!.ToJsonString());
    }

    [Fact]
    public async Task Change_WithoutOrWithAnOldETag_SavesNothing()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();
        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name));
        var path = $"/exposures/{(string)made.Json["id"]!}";
        var changed = await ApiCall.SendAsync(client, "PUT", path, Wishes.Exposure(name, 8001), ("If-Match", made.ETag!));

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(428, (int)(await ApiCall.SendAsync(client, "PUT", path, Wishes.Exposure(name, 8002))).Status);
        Assert.Equal(428, (int)(await ApiCall.SendAsync(client, "DELETE", path)).Status);
        Assert.Equal(412, (int)(await ApiCall.SendAsync(client, "PUT", path, Wishes.Exposure(name, 8002), ("If-Match", made.ETag!))).Status);
        Assert.Equal(412, (int)(await ApiCall.SendAsync(client, "DELETE", path, null, ("If-Match", "\"something\""))).Status);
        Assert.Equal("8001", (string?)(await ApiCall.SendAsync(client, "GET", path)).Json["backend"]!["port"]);
    }

    [Fact]
    public async Task Changes_ManyAtOnceUponOneState_ExactlyOneWins()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();
        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name));
        var path = $"/exposures/{(string)made.Json["id"]!}";

        var calls = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => ApiCall.SendAsync(client, "PUT", path, Wishes.Exposure(name, 9000 + number), ("If-Match", made.ETag!))));

        var won = Assert.Single(calls, call => call.Status == HttpStatusCode.OK);
        Assert.All(calls.Where(call => call != won), call => Assert.Equal(HttpStatusCode.PreconditionFailed, call.Status));
        Assert.Equal((string?)won.Json["backend"]!["port"], (string?)(await ApiCall.SendAsync(client, "GET", path)).Json["backend"]!["port"]);
    }

    [Fact]
    public async Task Changes_OfDifferentThingsAtOnce_AllWin()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var calls = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()))));

        Assert.All(calls, call => Assert.Equal(HttpStatusCode.Created, call.Status));
    }

    [Fact]
    public async Task Reading_WithTheTagOfTheLastTime_IsNotRepeated()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()));
        var id = (string)made.Json["id"]!;
        var settled = await InPlaceAsync(client, id);

        var again = await ApiCall.SendAsync(client, "GET", $"/exposures/{id}", null, ("If-None-Match", settled.ETag!));
        var pending = await ApiCall.SendAsync(client, "GET", $"/exposures/{id}", null, ("If-None-Match", made.ETag!));

        Assert.Equal(("", HttpStatusCode.OK), (settled.ETag == made.ETag ? "same" : "", pending.Status));
        Assert.True(again.Status == HttpStatusCode.NotModified || again.ETag != settled.ETag, $"{again.Status} {again.ETag}");
    }

    [Fact]
    public async Task Undo_OfAnExposure_TakesItBack()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()));
        var id = (string)made.Json["id"]!;
        var entry = (await ApiCall.SendAsync(client, "GET", $"/audit?subject={id}&limit=1")).Json["items"]![0]!["id"]!.ToJsonString();

        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/audit/{entry}/undo")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await ApiCall.SendAsync(client, "GET", $"/exposures/{id}")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ApiCall.SendAsync(client, "POST", $"/audit/{entry}/undo")).Status);
    }

    private static async Task<ApiCall> InPlaceAsync(HttpClient client, string id)
    {
        ApiCall? call = null;
        await Eventually.HoldsAsync(
            async () => (string?)(call = await ApiCall.SendAsync(client, "GET", $"/exposures/{id}")).Json["status"]!["phase"] == "inPlace",
            () => call?.Text ?? "", _settled);
        return call!;
    }
}
