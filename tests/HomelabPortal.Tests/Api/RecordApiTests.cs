using System.Net;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Api;

public sealed class RecordApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Record_MadeChangedAndRemoved_FollowsInTheZone()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();

        var made = await ApiCall.SendAsync(client, "POST", "/records", Wishes.Record(name));
        Assert.Equal(HttpStatusCode.Created, made.Status);
        await ZoneSaysAsync(name, "192.0.2.10");
        var path = $"/records/{(string)made.Json["id"]!}";
        var changed = await ApiCall.SendAsync(client, "PUT", path, Wishes.Record(name, content: "192.0.2.11"), ("If-Match", made.ETag!));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        await ZoneSaysAsync(name, "192.0.2.11");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ApiCall.SendAsync(client, "DELETE", path, null, ("If-Match", made.ETag!))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "DELETE", path, null, ("If-Match", changed.ETag!))).Status);
        await ZoneSaysAsync(name, null);
    }

    [Theory]
    [InlineData("a.cowlab.org", "A", "::1", "content")]
    [InlineData("a.cowlab.org", "A", "127.1", "content")]
    [InlineData("a.cowlab.org", "A", "1", "content")]
    [InlineData("a.cowlab.org", "AAAA", "192.0.2.10", "content")]
    [InlineData("a.cowlab.org", "AAAA", "fe80::1%2", "content")]
    [InlineData("a.cowlab.org", "CNAME", "not a name", "content")]
    [InlineData("a.cowlab.org", "CNAME", "a.cowlab.org", "content")]
    [InlineData("a.cowlab.org", "TXT", "", "content")]
    [InlineData("a.cowlab.org", "MX", "mail.cowlab.org", "content")]
    [InlineData("a.cowlab.org", "TLSA", "3 1 1 00", "type")]
    [InlineData("a", "A", "192.0.2.10", "name")]
    [InlineData("a.elsewhere.example", "A", "192.0.2.10", "name")]
    public async Task Record_ThatCannotBe_IsToldAtItsMember(string name, string type, string content, string member)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/records", Wishes.Record(name, type, content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.Status);
        Assert.True(call.Json["errors"]?[member] is not null, call.Text);
    }

    [Theory]
    [InlineData("\"ttl\":59")]
    [InlineData("\"ttl\":-1")]
    [InlineData("\"ttl\":86401")]
    public async Task Ttl_OutOfBounds_IsRefused(string ttl)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/records", Wishes.Record("a.cowlab.org").TrimEnd('}') + "," + ttl + "}");

        Assert.NotNull(call.Json["errors"]!["ttl"]);
    }

    private Task ZoneSaysAsync(string name, string? content) => Eventually.HoldsAsync(
        () => (string?)portal.Host.Lab.Lab.CloudflareState.Zones[0].Records.FirstOrDefault(record => (string?)record["name"] == name)?["content"] == content,
        () => $"{name} {content}", TimeSpan.FromSeconds(60));
}
