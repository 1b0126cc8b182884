using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class StructuredRecordTests
{
    [Theory]
    [InlineData("SRV", "_mc._tcp.cowlab.org", """{"priority":1,"weight":5,"port":25565,"target":"mc.cowlab.org"}""", "1 5 25565 mc.cowlab.org")]
    [InlineData("CAA", "cowlab.org", """{"flags":0,"tag":"issue","value":"letsencrypt.org"}""", "0 issue \"letsencrypt.org\"")]
    [InlineData("HTTPS", "tv.cowlab.org", """{"priority":1,"target":".","value":"alpn=\"h3,h2\""}""", "1 . alpn=\"h3,h2\"")]
    [InlineData("SVCB", "tv.cowlab.org", """{"priority":2,"target":"a.cowlab.org","value":"port=8443"}""", "2 a.cowlab.org port=8443")]
    public async Task Record_WrittenInParts_ReadsBackInPartsAndAsText(string type, string name, string data, string content)
    {
        await using var lab = await CloudflareLab.StartAsync();
        var parts = JsonNode.Parse(data)!.AsObject();

        var made = await lab.Client.CreateRecordAsync(lab.Zone.Id, new NewDnsRecord { Type = type, Name = name, Data = parts }, default);

        Assert.Equal((type, content), (made.Type, made.Content));
        Assert.True(JsonNode.DeepEquals(parts, JsonNode.Parse(made.Data!.Value.GetRawText())));
        Assert.Contains(content, await lab.Client.ExportZoneAsync(lab.Zone.Id, default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfMail_NeedsAndKeepsItsPriority()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var mail = new NewDnsRecord { Type = "MX", Name = "cowlab.org", Content = "mx.cowlab.org" };

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateRecordAsync(lab.Zone.Id, mail, default));
        var made = await lab.Client.CreateRecordAsync(lab.Zone.Id, mail with { Priority = 10 }, default);
        var changed = await lab.Client.PatchRecordAsync(lab.Zone.Id, made.Id, new DnsRecordPatch { Priority = 20 }, default);

        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
        Assert.Equal((10d, 20d, "mx.cowlab.org"), (made.Priority, changed.Priority, changed.Content));
    }

    [Fact]
    public async Task Export_OfAZoneThatIsNotThere_IsATypedFault()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ExportZoneAsync("023e105f4ecef8ad9ca31a8372d0c353", default));

        Assert.Equal(CloudflareErrorKind.NotFound, fault.Kind);
    }
}
