using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Dns;

/// <summary>Records in and out of the portal's care, in a running portal.</summary>
public sealed class CareTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Adopted_ThenReleased_IsAsItWas()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var before = Record("pikvm.cowlab.org")!;

        var id = await AdoptAsync(client, "pikvm.cowlab.org");
        await SaysAsync("pikvm.cowlab.org", record => Comment(record).StartsWith("hlp1:", StringComparison.Ordinal) && Comment(record).EndsWith(" KVM of the rack", StringComparison.Ordinal));
        await HeldAsync(client, "pikvm.cowlab.org", "adopted");
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/records/{id}/release")).Status);

        await SaysAsync("pikvm.cowlab.org", record => Comment(record) == "KVM of the rack" && (string?)record["id"] == (string?)before["id"]);
        await HeldAsync(client, "pikvm.cowlab.org", "manual");
    }

    [Fact]
    public async Task Adopted_ThenDeleted_IsGone_AndUndoneIsThereAgain()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var id = await AdoptAsync(client, "pihole.cowlab.org");
        await HeldAsync(client, "pihole.cowlab.org", "adopted");

        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/records/{id}/delete")).Status);
        await Eventually.HoldsAsync(() => Record("pihole.cowlab.org") is null, () => "It is still there.", TimeSpan.FromSeconds(60));
        var audit = (await ApiCall.SendAsync(client, "GET", $"/audit?limit=1&subject={id}")).Json["items"]![0]!["id"]!.ToJsonString();
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/audit/{audit}/undo")).Status);

        await SaysAsync("pihole.cowlab.org", record => Comment(record).StartsWith("hlp1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherTools_Record_IsAdoptedOnlyByItsTypedName()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var path = $"/dns/zones/cowlab.org/records/{(string)Record("status.cowlab.org")!["id"]!}/adopt";

        var refused = await ApiCall.SendAsync(client, "POST", path, "{}");
        var insisted = await ApiCall.SendAsync(client, "POST", path, """{"typedName":"status.cowlab.org"}""");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("external-dns (owner cowlab", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, insisted.Status);
    }

    [Fact]
    public async Task HandChange_UnderUpsert_IsRevertedOnlyOnOrder_AndAcceptedOnOrder()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        Assert.True((int)(await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"upsert"}""", ("If-Match", "*"))).Status < 300);
        try
        {
            var name = Wishes.NewHostname();
            var id = (string)(await ApiCall.SendAsync(client, "POST", "/records", Wishes.Record(name))).Json["id"]!;
            await SaysAsync(name, record => (string?)record["content"] == "192.0.2.10");
            await HeldAsync(client, name, "ours");

            await EditAsync(name, "192.0.2.66");
            await HeldAsync(client, name, "drifted");
            Assert.Equal("192.0.2.66", (string?)Record(name)!["content"]);
            Assert.Equal(HttpStatusCode.Accepted, (await ApiCall.SendAsync(client, "POST", $"/records/{id}/revert")).Status);
            await SaysAsync(name, record => (string?)record["content"] == "192.0.2.10");
            await HeldAsync(client, name, "ours");

            await EditAsync(name, "192.0.2.77");
            await HeldAsync(client, name, "drifted");
            Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.SendAsync(client, "POST", $"/records/{id}/accept")).Status);
            await HeldAsync(client, name, "ours");
            Assert.Equal("192.0.2.77", (string?)(await ApiCall.SendAsync(client, "GET", $"/records/{id}")).Json["content"]);
            Assert.Equal("192.0.2.77", (string?)Record(name)!["content"]);
        }
        finally
        {
            await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"sync"}""", ("If-Match", "*"));
        }
    }

    private async Task<string> AdoptAsync(HttpClient client, string name)
    {
        await Eventually.HoldsAsync(async () => (await ApiCall.SendAsync(client, "GET", "/dns/zones/cowlab.org/records")).Status == HttpStatusCode.OK, () => "The zone is not seen.", TimeSpan.FromSeconds(60));
        var made = await ApiCall.SendAsync(client, "POST", $"/dns/zones/cowlab.org/records/{(string)Record(name)!["id"]!}/adopt", "{}");
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return (string)made.Json["id"]!;
    }

    private static async Task HeldAsync(HttpClient client, string name, string holder)
    {
        // Once: who asks too often is told to wait.
        await ApiCall.SendAsync(client, "POST", "/looks");
        await Eventually.HoldsAsync(
            async () =>
            {
                var items = (await ApiCall.SendAsync(client, "GET", "/dns/zones/cowlab.org/records")).Json["items"]!.AsArray();
                return (string?)items.FirstOrDefault(record => (string?)record!["name"] == name)?["holder"] == holder;
            },
            () => $"{name} is not {holder}.", TimeSpan.FromSeconds(90));
    }

    private Task SaysAsync(string name, Func<JsonObject, bool> says) =>
        Eventually.HoldsAsync(() => Record(name) is { } record && says(record), () => $"{Record(name)?.ToJsonString()}", TimeSpan.FromSeconds(60));

    private JsonObject? Record(string name) => portal.Host.Lab.Lab.CloudflareState.Zones[0].Records.FirstOrDefault(record => (string?)record["name"] == name);

    private static string Comment(JsonObject record) => (string?)record["comment"] ?? "";

    /// <summary>As somebody does it in the dashboard.</summary>
    private async Task EditAsync(string name, string content)
    {
        var lab = portal.Host.Lab.Lab;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Cloudflare.Token);
        using var body = new StringContent($$"""{"content":"{{content}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PatchAsync(new Uri(lab.Cloudflare.BaseAddress, $"zones/{lab.CloudflareState.Zones[0].Id}/dns_records/{(string)Record(name)!["id"]!}"), body);
        answer.EnsureSuccessStatusCode();
    }
}
