using HomelabPortal.Cloudflare;
using HomelabPortal.Simulator.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class TunnelLifeTests
{
    [Fact]
    public async Task Tunnel_FromBirthToEnd_IsManagedByCloudflareAndHasAToken()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var made = await lab.Client.CreateTunnelAsync(lab.AccountId, "garage", default);
        var configuration = await lab.Client.GetTunnelConfigurationAsync(lab.AccountId, made.Tunnel.Id, default);

        Assert.Equal(("garage", "inactive", true), (made.Tunnel.Name, made.Tunnel.Status, made.Tunnel.IsRemotelyManaged));
        Assert.Equal(made.Token?.Value, (await lab.Client.GetTunnelTokenAsync(lab.AccountId, made.Tunnel.Id, default)).Value);
        Assert.Equal(("{}", 0), (configuration.Document.ToJsonString(), configuration.Version));
        Assert.True(await lab.Client.DeleteTunnelAsync(lab.AccountId, made.Tunnel.Id, default));
        Assert.DoesNotContain(await lab.Client.ListTunnelsAsync(lab.AccountId, default), tunnel => tunnel.Id == made.Tunnel.Id);
        Assert.NotNull((await lab.Client.GetTunnelAsync(lab.AccountId, made.Tunnel.Id, default))?.DeletedAt);
        Assert.False(await lab.Client.DeleteTunnelAsync(lab.AccountId, made.Tunnel.Id, default));
    }

    [Fact]
    public async Task Create_WithATakenName_SaysSo()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateTunnelAsync(lab.AccountId, lab.Tunnel.Name, default));

        Assert.Equal((CloudflareErrorKind.NameTaken, true), (fault.Kind, fault.HasCode(1013)));
        Assert.Single(lab.State.Tunnels);
    }

    [Fact]
    public async Task Delete_WithConnectors_IsRefusedUntilTheyStoppedAndWereCleanedUp()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var id = lab.Tunnel.Id.ToString();

        var running = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.DeleteTunnelAsync(lab.AccountId, id, default));
        await lab.Client.CleanUpConnectionsAsync(lab.AccountId, id, null, default);
        Assert.Equal(2, lab.Tunnel.Connectors.Count);
        for (var i = 0; i < 2; i++) lab.Tunnel.Connectors[i] = lab.Tunnel.Connectors[i] with { IsPendingReconnect = true };
        await lab.Client.CleanUpConnectionsAsync(lab.AccountId, id, lab.Tunnel.Connectors[0].Id.ToString(), default);
        var half = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.DeleteTunnelAsync(lab.AccountId, id, default));
        await lab.Client.CleanUpConnectionsAsync(lab.AccountId, id, null, default);

        Assert.Equal((CloudflareErrorKind.InUse, CloudflareErrorKind.InUse), (running.Kind, half.Kind));
        Assert.True(await lab.Client.DeleteTunnelAsync(lab.AccountId, id, default));
    }

    [Fact]
    public async Task Token_NeedsThePermissionToEdit()
    {
        await using var lab = await CloudflareLab.StartAsync();
        using var reader = lab.ConnectWith(CloudflareScopes.TunnelRead);

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => reader.GetTunnelTokenAsync(lab.AccountId, lab.Tunnel.Id.ToString(), default));

        Assert.Equal(CloudflarePermission.TunnelEdit, fault.MissingPermission);
    }

    [Theory]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":"eyJhIjoiMTIzNDU2Nzg5MDEyMzQ1Njc4OTAifQ=="}""")]
    [InlineData("eyJhIjoiMTIzNDU2Nzg5MDEyMzQ1Njc4OTAifQ==\n")]
    public async Task Token_InBothFormsOfTheAnswer_IsReadAndNeverPrinted(string body)
    {
        using var client = Scripted(_ => ScriptedHandler.Json(body));

        var token = await client.GetTunnelTokenAsync("acc", "tun", default);

        Assert.Equal("eyJhIjoiMTIzNDU2Nzg5MDEyMzQ1Njc4OTAifQ==", token.Value);
        Assert.DoesNotContain("eyJ", $"{token} {new CreatedTunnel(new Tunnel { Id = "t" }, token)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>a page that is not a token at all</html>")]
    [InlineData("""{"success":true,"result":""}""")]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("")]
    public async Task Token_ThatIsNone_IsATypedFault(string body)
    {
        using var client = Scripted(_ => ScriptedHandler.Json(body));

        Assert.Equal(CloudflareErrorKind.Unavailable, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.GetTunnelTokenAsync("acc", "tun", default))).Kind);
    }
}
