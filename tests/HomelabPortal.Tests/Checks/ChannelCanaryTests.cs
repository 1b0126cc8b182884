using HomelabPortal.Access;
using HomelabPortal.Access.Record;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;
using HomelabPortal.Tests.Secrets.Canaries;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Checks;

/// <summary>What lets somebody into a channel comes out of neither the API nor the audit nor its export, nor a key of a check out of the API.</summary>
public sealed class ChannelCanaryTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private readonly CanaryScan _scan = new();
    private readonly Harvest _harvest = new();

    [Fact]
    public async Task Webhook_SavedThroughTheApi_GivesItsTokensToNobody()
    {
        using var admin = await portal.Host.WithTokenAsync(Role.Admin);

        var made = await ApiCall.SendAsync(admin, "POST", "/notifications/channels", $$"""{"name":"Telegram","kind":"webhook","address":"{{PlantedAddress("api")}}","secret":"{{Planted("authorization")}}"}""");
        Assert.Equal("https://hooks-api.example.org", (string?)made.Json["address"]);
        _harvest.Add("answer", made.Text);
        var changed = await ApiCall.SendAsync(admin, "PUT", $"/notifications/channels/{(string)made.Json["id"]!}", """{"name":"Telegram too","kind":"webhook","address":"https://hooks-api.example.org"}""", ("If-Match", made.ETag!));
        Assert.True((bool)changed.Json["hasSecret"]!, changed.Text);
        await LookAsync();

        foreach (var file in Directory.GetFiles(portal.Host.Lab.DataDirectory, "portal.db*"))
            _harvest.Add(Path.GetFileName(file), await ReadAsync(file));
        AssertClean("hooks-api.example.org");
    }

    /// <summary>What an older version recorded cannot be changed, but need not be shown.</summary>
    [Fact]
    public async Task Webhook_OfAnOlderVersion_GivesItsTokensToNobody()
    {
        var store = portal.Host.Server.GetRequiredService<DesiredStore>();
        var old = new DesiredChannel { Id = "old-webhook", Name = "Old", Kind = ChannelKind.Webhook, Address = PlantedAddress("old") };
        await store.SaveAsync(new DesiredEdit.PutChannel(old), "Save the channel Old", Actor.Portal, null, CancellationToken.None);
        await Eventually.HoldsAsync(() => store.Current.FindChannel(old.Id)?.AddressSecret is not null, () => "Its address is still in the clear.", TimeSpan.FromSeconds(30));

        await LookAsync();

        AssertClean("hooks-old.example.org");
    }

    [Fact]
    public async Task Check_WithAKeyInItsQuery_ShowsItToNobodyAndKeepsIt()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var url = $"https://192.0.2.7/health?apikey={Planted("key")}";

        var made = await ApiCall.SendAsync(client, "POST", "/checks", $$"""{"name":"Sonarr","url":"{{url}}"}""");
        var id = (string)made.Json["id"]!;
        var shown = (string)made.Json["question"]!["url"]!;
        var changed = await ApiCall.SendAsync(client, "PUT", $"/checks/{id}", $$"""{"name":"Sonarr","url":"{{shown}}","group":"Media"}""", ("If-Match", made.ETag!));
        foreach (var text in new[] { made.Text, changed.Text, (await ApiCall.SendAsync(client, "GET", $"/checks/{id}")).Text, (await ApiCall.SendAsync(client, "GET", "/checks")).Text })
            _harvest.Add("answer", text);

        Assert.Equal([], _harvest.Hits(_scan));
        Assert.Equal(url, Assert.IsType<HttpQuestion>(portal.Host.Server.GetRequiredService<DesiredStore>().Current.FindCheck(id)!.Question).Url);
    }

    private async Task LookAsync()
    {
        using var viewer = await portal.Host.WithTokenAsync(Role.Viewer);
        using var admin = await portal.Host.WithTokenAsync(Role.Admin);
        var listed = await ApiCall.SendAsync(viewer, "GET", "/notifications/channels");
        _harvest.Add("channels", listed.Text);
        foreach (var channel in listed.Json.AsArray())
            _harvest.Add("channel", (await ApiCall.SendAsync(viewer, "GET", $"/notifications/channels/{(string)channel!["id"]!}")).Text);
        _harvest.Add("audit", (await ApiCall.SendAsync(admin, "GET", "/audit?limit=200")).Text);
        foreach (var format in new[] { "csv", "jsonl" })
        {
            using var export = new MemoryStream();
            await portal.Host.Server.GetRequiredService<AuditExport>().WriteAsync(AuditExportRequest.Read(null, null, format).Request!, export, CancellationToken.None);
            _harvest.Add($"export as {format}", export.ToArray());
        }
    }

    private void AssertClean(string host)
    {
        var control = new CanaryScan();
        control.Plant("host", host);
        Assert.Equal(["audit", "channel", "channels", "export as csv", "export as jsonl"], _harvest.Hits(control).Select(hit => hit.Split(':')[0]).Where(place => place is not "answer" && !place.StartsWith("portal.db", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([], _harvest.Hits(_scan));
    }

    private string PlantedAddress(string name) => $"https://hooks-{name}.example.org/bot{Planted("path")}/sendMessage?token={Planted("query")}";

    private string Planted(string name)
    {
        var secret = $"Canary-{Guid.NewGuid():N}";
        _scan.Plant(name, secret);
        return secret;
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
