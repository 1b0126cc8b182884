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
        await SendAsync("GET", "accounts?per_page=5");
        var access = $"accounts/{lab.Cloudflare.AccountId}/access";
        await SendAsync("GET", $"{access}/apps/{lab.CloudflareState.Access.StoredApplications[0]["id"]}");
        await SendAsync("GET", $"{access}/policies/{lab.CloudflareState.Access.StoredPolicies[0]["id"]}");
        await SendAsync("GET", $"accounts/{lab.Cloudflare.AccountId}/cfd_tunnel?is_deleted=false&name=homelab&per_page=100");
        await SendAsync("GET", tunnel);
        await SendAsync("GET", tunnel + "/connections");
        await SendAsync("GET", tunnel + "/configurations");
        await SendAsync("PUT", tunnel + "/configurations", JsonNode.Parse("""{"config":{"ingress":[{"hostname":"a.cowlab.org","service":"http://a:80","originRequest":{"connectTimeout":10}},{"service":"http_status:404"}]}}"""));

        Assert.Equal(18, contract.Verify(SimulatedSystem.Cloudflare).Count);

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

        var access = $"accounts/{lab.Cloudflare.AccountId}/access";
        await SendAsync(lab.Cloudflare.Token, "POST", account, new JsonObject { ["name"] = "homelab" });
        await SendAsync(lab.Cloudflare.Token, "DELETE", $"{account}/{lab.CloudflareState.Tunnels[0].Id}");
        await SendAsync("reader", "GET", $"{account}/{lab.CloudflareState.Tunnels[0].Id}/token");
        await SendAsync("reader", "GET", access + "/apps");
        await SendAsync(lab.Cloudflare.Token, "POST", access + "/apps", new JsonObject { ["type"] = "self_hosted", ["domain"] = "jellyfin.cowlab.org" });
        await SendAsync(lab.Cloudflare.Token, "DELETE", access + "/policies/023e105f-4ece-4ad9-8a31-a8372d0c353f");

        Assert.Equal(15, contract.Verify(SimulatedSystem.Cloudflare).Count);

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
        foreach (var parts in Structured)
            await client.CreateRecordAsync(zone, parts, ct);
        await client.ExportZoneAsync(zone, ct);
        await CallTunnelsAsync(client, lab.Cloudflare.AccountId, ct);
        await CallAccessAsync(client, lab.Cloudflare.AccountId, ct);
        lab.CloudflareState.Tokens.Add(new CloudflareToken("cfat_0123456789abcdef", CloudflareScopes.All) { IsAccountOwned = true, ExpiresOn = DateTimeOffset.UtcNow.AddDays(1) });
        using var owned = new CloudflareClient(new CloudflareClientOptions { BaseAddress = lab.Cloudflare.BaseAddress, ApiToken = "cfat_0123456789abcdef" }, TimeProvider.System);
        await owned.VerifyTokenAsync(lab.Cloudflare.AccountId, ct);

        string[] expected =
        [
            "GET /user/tokens/verify", "GET /zones",
            "GET /zones/{zone_id}/dns_records", "POST /zones/{zone_id}/dns_records", "POST /zones/{zone_id}/dns_records/batch",
            "PATCH /zones/{zone_id}/dns_records/{dns_record_id}", "DELETE /zones/{zone_id}/dns_records/{dns_record_id}",
            "GET /accounts/{account_id}/cfd_tunnel", "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}",
            "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/connections",
            "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations", "PUT /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations",
            "GET /accounts/{account_id}/tokens/verify", "GET /zones/{zone_id}/dns_records/export",
            "POST /accounts/{account_id}/cfd_tunnel", "DELETE /accounts/{account_id}/cfd_tunnel/{tunnel_id}",
            "DELETE /accounts/{account_id}/cfd_tunnel/{tunnel_id}/connections", "GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/token",
            "GET /accounts/{account_id}/access/apps", "POST /accounts/{account_id}/access/apps",
            "PUT /accounts/{account_id}/access/apps/{app_id}", "DELETE /accounts/{account_id}/access/apps/{app_id}",
            "GET /accounts/{account_id}/access/policies", "POST /accounts/{account_id}/access/policies",
            "PUT /accounts/{account_id}/access/policies/{policy_id}", "DELETE /accounts/{account_id}/access/policies/{policy_id}",
            "GET /accounts/{account_id}/access/tags", "POST /accounts/{account_id}/access/tags",
            "GET /accounts/{account_id}/access/identity_providers", "GET /accounts/{account_id}/access/organizations",
        ];
        Assert.Superset(expected.ToHashSet(), contract.Verify(SimulatedSystem.Cloudflare).ToHashSet());
    }

    private static IEnumerable<NewDnsRecord> Structured =>
    [
        new() { Type = "MX", Name = "lists.cowlab.org", Content = "mx.cowlab.org", Priority = 10 },
        Parts("SRV", "_sip._tcp.cowlab.org", """{"priority":1,"weight":5,"port":5060,"target":"sip.cowlab.org"}"""),
        Parts("CAA", "tv.cowlab.org", """{"flags":0,"tag":"issuewild","value":"letsencrypt.org"}"""),
        Parts("HTTPS", "tv.cowlab.org", """{"priority":1,"target":".","value":"alpn=\"h3,h2\""}"""),
        Parts("SVCB", "tv.cowlab.org", """{"priority":1,"target":"a.cowlab.org","value":"port=8443"}"""),
    ];

    private static NewDnsRecord Parts(string type, string name, string data) => new() { Type = type, Name = name, Data = JsonNode.Parse(data)!.AsObject() };

    private static async Task CallTunnelsAsync(CloudflareClient client, string account, CancellationToken ct)
    {
        var made = await client.CreateTunnelAsync(account, "garage", ct);
        await client.GetTunnelTokenAsync(account, made.Tunnel.Id, ct);
        await client.CleanUpConnectionsAsync(account, made.Tunnel.Id, null, ct);
        await client.CleanUpConnectionsAsync(account, made.Tunnel.Id, "1bedc50d-42b3-473c-b108-ff3d10c0d925", ct);
        await client.DeleteTunnelAsync(account, made.Tunnel.Id, ct);
    }

    private static async Task CallAccessAsync(CloudflareClient client, string account, CancellationToken ct)
    {
        await client.CreateAccessTagAsync(account, "homelabportal", ct);
        await client.ListAccessTagsAsync(account, ct);
        await client.GetAccessOrganizationAsync(account, ct);
        var provider = (await client.ListIdentityProvidersAsync(account, ct))[0].Id;
        var group = (await client.ListAccessGroupsAsync(account, ct))[0].Id;
        var token = (await client.ListServiceTokensAsync(account, ct))[0].Id;
        var policy = await client.CreateAccessPolicyAsync(account, new NewAccessPolicy
        {
            Name = "everyone we know",
            Decision = "allow",
            Include = [AccessRule.Email("ada@cowlab.org"), AccessRule.EmailDomain("cowlab.org"), AccessRule.Group(group), AccessRule.Everyone, AccessRule.Ip("203.0.113.0/24")],
            Require = [AccessRule.ServiceToken(token), AccessRule.AnyServiceToken],
            SessionDuration = "24h",
        }, ct);
        policy = (await client.ListAccessPoliciesAsync(account, ct)).Single(found => found.Id == policy.Id);
        await client.UpdateAccessPolicyAsync(account, policy with { Name = "everyone" }, ct);
        var made = await client.CreateAccessApplicationAsync(account, new NewAccessApplication
        {
            Name = "hlp:a:b", Domain = "wiki.cowlab.org", Destinations = [AccessDestination.Public("wiki.cowlab.org")], Tags = ["homelabportal"],
            AllowedIdps = [provider], AutoRedirectToIdentity = true, SessionDuration = "24h", Policies = [policy.Id],
        }, ct);
        foreach (var application in await client.ListAccessApplicationsAsync(account, ct))
            await client.UpdateAccessApplicationAsync(account, application, ct);
        await client.DeleteAccessApplicationAsync(account, made.Id, ct);
        await client.DeleteAccessPolicyAsync(account, policy.Id, ct);
    }

    private static JsonNode Record(string type, string name, string content, string? comment = null)
    {
        var record = new JsonObject { ["type"] = type, ["name"] = name, ["content"] = content, ["ttl"] = 1 };
        if (comment is not null) record["comment"] = comment;
        return record;
    }
}
