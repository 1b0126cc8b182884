using System.Net;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

public sealed class IdempotencyTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task Request_ComingAgain_GetsTheFirstAnswerAndDoesNothingMore()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var (key, body) = (Guid.NewGuid().ToString(), Wishes.Exposure(Wishes.NewHostname()));

        var first = await ApiCall.SendAsync(client, "POST", "/exposures", body, (Header, key));
        var revision = await RevisionAsync(client);
        var again = await ApiCall.SendAsync(client, "POST", "/exposures", body, (Header, key));

        Assert.Equal((HttpStatusCode.Created, first.Text, first.ETag), (again.Status, again.Text, again.ETag));
        Assert.Equal(first.Response.Headers.Location, again.Response.Headers.Location);
        Assert.Equal("true", again.Response.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(revision, await RevisionAsync(client));
    }

    [Fact]
    public async Task Deletion_ComingAgain_IsAnsweredAsTheFirst()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var made = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()));
        var path = $"/exposures/{(string)made.Json["id"]!}";
        var key = Guid.NewGuid().ToString();

        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "DELETE", path, null, ("If-Match", made.ETag!), (Header, key))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "DELETE", path, null, ("If-Match", made.ETag!), (Header, key))).Status);
    }

    [Fact]
    public async Task Key_UsedForAnotherRequest_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var key = Guid.NewGuid().ToString();
        await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, key));

        var other = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, key));
        var elsewhere = await ApiCall.SendAsync(client, "POST", "/looks", null, (Header, key));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/key-reused"), (other.Status, other.Type));
        Assert.Equal("/problems/key-reused", elsewhere.Type);
    }

    [Fact]
    public async Task Key_OfAnotherAccount_IsAnotherKey()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        using var other = await portal.Host.WithTokenAsync(Role.Admin);
        var key = Guid.NewGuid().ToString();

        Assert.Equal(HttpStatusCode.Created, (await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, key))).Status);
        Assert.Equal(HttpStatusCode.Created, (await ApiCall.SendAsync(other, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, key))).Status);
    }

    [Fact]
    public async Task Request_ThatFailed_LeavesItsKeyFree()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var key = Guid.NewGuid().ToString();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ApiCall.SendAsync(client, "POST", "/exposures", "{}", (Header, key))).Status);
        Assert.Equal(HttpStatusCode.Created, (await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, key))).Status);
    }

    [Fact]
    public async Task Requests_ManyAtOnceUnderOneKey_HaveOneEffect()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var (key, name) = (Guid.NewGuid().ToString(), Wishes.NewHostname());

        var calls = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name), (Header, key))));

        Assert.All(calls, call => Assert.True(call.Status == HttpStatusCode.Created || call.Type == "/problems/in-flight", call.Text));
        Assert.Single(calls.Where(call => call.Status == HttpStatusCode.Created).Select(call => call.Text).Distinct());
        var all = (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["items"]!.AsArray();
        Assert.Single(all, exposure => (string?)exposure!["hostname"] == name);
        Assert.Equal(HttpStatusCode.Created, (await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name), (Header, key))).Status);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("201")]
    public async Task Key_ThatIsNone_IsRefused(string key)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var header = int.TryParse(key, out var length) ? new string('k', length) : key;

        var call = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()), (Header, header));

        Assert.Equal(HttpStatusCode.BadRequest, call.Status);
    }

    private static async Task<string> RevisionAsync(HttpClient client) => (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["revision"]!.ToJsonString();
}
