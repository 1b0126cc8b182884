using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Simulator.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareLab;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class SimulatedTunnelsTests
{
    [Fact]
    public async Task Routes_WithOneMore_ReachTheConnectorsInTime()
    {
        await using var lab = await StartAsync();
        var tunnel = Assert.Single(await lab.Client.ListTunnelsAsync(lab.AccountId, default));
        Assert.Equal((lab.Tunnel.Id.ToString(), "healthy", true), (tunnel.Id, tunnel.Status, tunnel.IsRemotelyManaged));
        Assert.Equal(tunnel.Id, (await lab.Client.GetTunnelAsync(lab.AccountId, tunnel.Id, default))?.Id);

        var before = await lab.Client.GetTunnelConfigurationAsync(lab.AccountId, tunnel.Id, default);
        before.Document["ingress"]!.AsArray().Insert(0, new JsonObject { ["hostname"] = "wiki.cowlab.org", ["service"] = "http://traefik:80" });
        before.Document["later"] = new JsonObject { ["kept"] = 1.50m };
        var after = await lab.Client.PutTunnelConfigurationAsync(lab.AccountId, tunnel.Id, before.Document, default);
        Assert.True(after.Version > before.Version);
        Assert.True(JsonNode.DeepEquals(before.Document, (await lab.Client.GetTunnelConfigurationAsync(lab.AccountId, tunnel.Id, default)).Document));

        Assert.All(await lab.Client.ListConnectorsAsync(lab.AccountId, tunnel.Id, default), connector => Assert.Equal((true, before.Version), (connector.IsLive, connector.ConfigVersion)));
        lab.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(await lab.Client.ListConnectorsAsync(lab.AccountId, tunnel.Id, default), connector => Assert.Equal(after.Version, connector.ConfigVersion));
    }

    [Fact]
    public async Task Routes_WithoutACatchAll_AreRefused()
    {
        await using var lab = await StartAsync();
        var document = JsonNode.Parse("""{"ingress":[{"hostname":"wiki.cowlab.org","service":"http://traefik:80"}]}""")!.AsObject();
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.PutTunnelConfigurationAsync(lab.AccountId, $"{lab.Tunnel.Id}", document, default));
        Assert.Equal(CloudflareErrorKind.BadConfiguration, fault.Kind);
        Assert.Contains("match all URLs", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnel_ThatIsNotThere_IsNull()
    {
        await using var lab = await StartAsync();
        Assert.Null(await lab.Client.GetTunnelAsync(lab.AccountId, Guid.Empty.ToString(), default));
    }

    [Fact]
    public async Task Token_ThatMayOnlyRead_NamesWhatItLacksOnAWrite()
    {
        await using var lab = await StartAsync();
        using var client = lab.ConnectWith(CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead | CloudflareScopes.TunnelRead
            | CloudflareScopes.AccessRead | CloudflareScopes.AccessOrganizationRead | CloudflareScopes.ServiceTokenRead);
        Assert.All(await client.ProbePermissionsAsync(lab.Zone.Id, lab.AccountId, default), probe => Assert.True(probe.IsGranted, probe.Refusal));
        var record = await Assert.ThrowsAsync<CloudflareApiException>(() => client.CreateRecordAsync(lab.Zone.Id, Address("a.cowlab.org"), default));
        var configuration = await client.GetTunnelConfigurationAsync(lab.AccountId, $"{lab.Tunnel.Id}", default);
        var routes = await Assert.ThrowsAsync<CloudflareApiException>(() => client.PutTunnelConfigurationAsync(lab.AccountId, $"{lab.Tunnel.Id}", configuration.Document, default));
        Assert.Equal((CloudflarePermission.DnsEdit, CloudflarePermission.TunnelEdit), (record.MissingPermission, routes.MissingPermission));
    }

    [Fact]
    public async Task Probes_FindWhatTheTokenLacks()
    {
        await using var lab = await StartAsync();
        using var client = lab.ConnectWith(CloudflareScopes.ZoneRead | CloudflareScopes.TunnelRead);
        var probes = await client.ProbePermissionsAsync(lab.Zone.Id, lab.AccountId, default);
        Assert.Equal([true, false, true, false, false, false], probes.Select(probe => probe.IsGranted));
    }

    [Fact]
    public async Task Token_InAnyState_IsToldApart()
    {
        await using var lab = await StartAsync();
        Assert.True((await lab.Client.VerifyTokenAsync(lab.AccountId, default)).IsActive);
        using var expired = lab.ConnectWith(CloudflareScopes.All, status: "expired");
        Assert.Equal("expired", (await expired.VerifyTokenAsync(null, default)).Status);
        Assert.Equal(CloudflareErrorKind.Unauthorized, (await Assert.ThrowsAsync<CloudflareApiException>(() => expired.ListZonesAsync(default))).Kind);
        using var unknown = lab.Connect("unknown-token-0123456789");
        Assert.Equal(CloudflareErrorKind.Unauthorized, (await Assert.ThrowsAsync<CloudflareApiException>(() => unknown.VerifyTokenAsync(lab.AccountId, default))).Kind);
        Assert.Equal(CloudflareErrorKind.Unauthorized, (await Assert.ThrowsAsync<CloudflareApiException>(() => unknown.ListZonesAsync(default))).Kind);
    }
}
