using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Cloudflare;

namespace HomelabPortal.Tests.Simulator.Contract;

public sealed class CloudflareContractTests
{
    [SharedDataFact]
    public async Task Simulator_EveryEndpoint_AnswersAsTheDocumentSays()
    {
        await using var contract = await LabContract.StartAsync();
        var lab = contract.Lab;
        using var client = new HttpClient { BaseAddress = lab.Cloudflare.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", lab.Cloudflare.Token);
        var zone = "zones/" + lab.CloudflareState.Zones[0].Id;
        var tunnel = $"accounts/{lab.Cloudflare.AccountId}/cfd_tunnel/{lab.CloudflareState.Tunnels[0].Id}";

        await SendAsync("GET", "user/tokens/verify");
        await SendAsync("GET", "zones?name=cowlab.org&status=active&per_page=50");
        await SendAsync("GET", zone);
        await SendAsync("GET", $"{zone}/dns_records?per_page=100&page=1&comment.startswith=hlp1&match=all");
        await SendAsync("GET", $"{zone}/dns_records");
        var record = await SendAsync("POST", $"{zone}/dns_records", Record("A", "one", "10.0.0.1"));
        var path = $"{zone}/dns_records/{record["result"]!["id"]}";
        await SendAsync("GET", path);
        await SendAsync("PATCH", path, new JsonObject { ["content"] = "10.0.0.2", ["comment"] = "ours" });
        await SendAsync("PUT", path, Record("A", "one", "10.0.0.3"));
        await SendAsync("POST", $"{zone}/dns_records/batch", new JsonObject
        {
            ["posts"] = new JsonArray(Record("CNAME", "two", "example.org"), Record("TXT", "three", "text"), Record("AAAA", "four", "fd00::1")),
            ["patches"] = new JsonArray(new JsonObject { ["id"] = record["result"]!["id"]!.DeepClone(), ["ttl"] = 300 }),
        });
        await SendAsync("DELETE", path);
        await SendAsync("GET", $"accounts/{lab.Cloudflare.AccountId}/cfd_tunnel?is_deleted=false&name=homelab&per_page=100");
        await SendAsync("GET", tunnel);
        await SendAsync("GET", tunnel + "/connections");
        await SendAsync("GET", tunnel + "/configurations");
        await SendAsync("PUT", tunnel + "/configurations", JsonNode.Parse("""{"config":{"ingress":[{"hostname":"a.cowlab.org","service":"http://a:80","originRequest":{"connectTimeout":10}},{"service":"http_status:404"}]}}"""));

        Assert.Equal(15, contract.Verify(SimulatedSystem.Cloudflare).Count);

        async Task<JsonNode> SendAsync(string method, string url, JsonNode? body = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await client.SendAsync(request);
            var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
            Assert.True(response.IsSuccessStatusCode, answer!.ToJsonString());
            return answer;
        }
    }

    [SharedDataFact]
    public async Task Simulator_EveryRefusal_IsInTheDocumentsShape()
    {
        await using var contract = await LabContract.StartAsync();
        var lab = contract.Lab;
        lab.CloudflareState.Tokens.Add(new CloudflareToken("reader", CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead));
        using var client = new HttpClient { BaseAddress = lab.Cloudflare.BaseAddress };
        var zone = "zones/" + lab.CloudflareState.Zones[0].Id;
        var account = $"accounts/{lab.Cloudflare.AccountId}/cfd_tunnel";

        await SendAsync("unknown", "GET", "user/tokens/verify");
        await SendAsync("unknown", "GET", "zones");
        await SendAsync("reader", "POST", $"{zone}/dns_records", Record("A", "one", "10.0.0.1"));
        await SendAsync("reader", "GET", account);
        await SendAsync(lab.Cloudflare.Token, "GET", "zones/023e105f4ecef8ad9ca31a8372d0c353/dns_records");
        await SendAsync(lab.Cloudflare.Token, "GET", $"{account}/6ff42ae2-765d-4adf-8112-31c55c1551ef");
        await SendAsync(lab.Cloudflare.Token, "POST", $"{zone}/dns_records", Record("CNAME", "pihole", "example.org"));
        await SendAsync(lab.Cloudflare.Token, "POST", $"{zone}/dns_records", Record("A", "long", "10.0.0.1", new string('c', 101)));
        await SendAsync(lab.Cloudflare.Token, "DELETE", $"{zone}/dns_records/023e105f4ecef8ad9ca31a8372d0c353");
        await SendAsync(lab.Cloudflare.Token, "POST", $"{zone}/dns_records/batch", new JsonObject { ["deletes"] = new JsonArray(new JsonObject { ["id"] = "023e105f4ecef8ad9ca31a8372d0c353" }) });
        await SendAsync(lab.Cloudflare.Token, "PUT", $"{account}/{lab.CloudflareState.Tunnels[0].Id}/configurations", JsonNode.Parse("""{"config":{"ingress":[{"hostname":"a.cowlab.org","service":"http://a:80"}]}}"""));

        Assert.Equal(9, contract.Verify(SimulatedSystem.Cloudflare).Count);

        async Task SendAsync(string token, string method, string url, JsonNode? body = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await client.SendAsync(request);
            Assert.False(response.IsSuccessStatusCode, url);
        }
    }

    [SharedDataFact]
    public async Task Client_EveryCall_SendsWhatTheDocumentAllows()
    {
        await using var contract = await LabContract.StartAsync();
        var lab = contract.Lab;
        using var client = new CloudflareClient(
            new CloudflareClientOptions { BaseAddress = lab.Cloudflare.BaseAddress, ApiToken = lab.Cloudflare.Token, RecordsPerPage = 5 }, TimeProvider.System);
        var ct = CancellationToken.None;

        await client.VerifyTokenAsync(null, ct);
        var zone = (await client.ListZonesAsync(ct))[0].Id;
        await client.ListRecordsAsync(zone, ct);
        await client.ListRecordsAsync(zone, new DnsRecordFilter { CommentStartsWith = "hlp1:" }, ct);
        var created = await client.CreateRecordAsync(zone, new NewDnsRecord { Type = "A", Name = "one.cowlab.org", Content = "10.0.0.1", Comment = "hlp1:a:b", Proxied = false }, ct);
        await client.PatchRecordAsync(zone, created.Id, new DnsRecordPatch { Content = "10.0.0.2" }, ct);
        await client.BatchRecordsAsync(zone, new DnsRecordBatch
        {
            Deletes = [created.Id],
            Posts = [new NewDnsRecord { Type = "CNAME", Name = "one.cowlab.org", Content = "example.org", Proxied = true, Comment = "hlp1:a:b" }],
        }, ct);
        var left = (await client.ListRecordsAsync(zone, ct)).Single(record => record.Name == "one.cowlab.org");
        await client.DeleteRecordAsync(zone, left.Id, ct);
        var tunnel = (await client.ListTunnelsAsync(lab.Cloudflare.AccountId, ct))[0].Id;
        await client.GetTunnelAsync(lab.Cloudflare.AccountId, tunnel, ct);
        await client.ListConnectorsAsync(lab.Cloudflare.AccountId, tunnel, ct);
        var configuration = await client.GetTunnelConfigurationAsync(lab.Cloudflare.AccountId, tunnel, ct);
        await client.PutTunnelConfigurationAsync(lab.Cloudflare.AccountId, tunnel, configuration.Document, ct);
        await client.ProbePermissionsAsync(zone, lab.Cloudflare.AccountId, ct);

        string[] expected =
        [
            "GET /user/tokens/verify", "GET /zones",
            "GET /zones/{zone_id}/dns_records", "POST /zones/{zone_id}/dns_records", "POST /zones/{zone_id}/dns_records/batch",
            "PATCH /zones/{zone_id}/dns_records/{dns_record_id}", "DELETE /zones/{zone_id}/dns_records/{dns_record_id}",
            "GET /accounts/{account_id}/cfd_tunnel", "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}",
            "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/connections",
            "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations", "PUT /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations",
        ];
        Assert.Superset(expected.ToHashSet(), contract.Verify(SimulatedSystem.Cloudflare).ToHashSet());
    }

    private static JsonNode Record(string type, string name, string content, string? comment = null)
    {
        var record = new JsonObject { ["type"] = type, ["name"] = name, ["content"] = content, ["ttl"] = 1 };
        if (comment is not null) record["comment"] = comment;
        return record;
    }
}
