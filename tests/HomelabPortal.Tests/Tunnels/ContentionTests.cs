using System.Text.Json.Nodes;
using HomelabPortal.Dns;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.History;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>Versions alternate between ours and theirs, some minutes apart.</summary>
public sealed class ContentionTests
{
    private static readonly RuleSlot _slot = new("docs.cowlab.org", "");

    [Fact]
    public void Of_UndoneThreeTimesInTenMinutes_IsContended()
    {
        var dispute = Assert.Single(Find(Versions(times: 3, minutesApart: 2)));

        Assert.Equal(_slot, dispute.Slot);
        Assert.Equal(3, dispute.Times);
    }

    [Fact]
    public void Of_UndoneTwice_IsNot() => Assert.Empty(Find(Versions(times: 2, minutesApart: 2)));

    [Fact]
    public void Of_UndoneSlowly_IsNot() => Assert.Empty(Find(Versions(times: 3, minutesApart: 6)));

    [Fact]
    public void Of_InsistedSince_CountsAnew()
    {
        var versions = Versions(times: 3, minutesApart: 2);

        Assert.Empty(Find(versions, versions[^1].SeenAt));
    }

    [Fact]
    public void Of_WrittenBackSince_IsSettled()
    {
        var versions = Versions(times: 3, minutesApart: 2);

        Assert.Empty(Find([.. versions, new KeptDocument(99, Ours, versions[^1].SeenAt, IsOurs: true)]));
    }

    [Fact]
    public async Task Find_InsistedBeforeARestart_StaysSettledAfterIt()
    {
        using var database = new PortalDatabase();
        await database.StartAsync();
        var time = new ManualTimeProvider(GoldenCase.Now);
        foreach (var kept in Versions(times: 3, minutesApart: 0))
        {
            await new TunnelDocumentHistory(database, database.Writer, time).KeepAsync("t", kept.Version, kept.Document, kept.IsOurs, CancellationToken.None);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(await Watch().FindAsync("t", 6, CancellationToken.None));
        await Watch().InsistAsync("t", CancellationToken.None);

        Assert.Empty(await Watch().FindAsync("t", 6, CancellationToken.None));

        ContentionWatch Watch() => new(
            new TunnelDocumentHistory(database, database.Writer, time), new InsistBook(database, database.Writer, time), new Live<DnsState>(DnsState.Empty, time));
    }

    [Fact]
    public void LikelyWriter_ItsSpelling_IsDockFlare() => Assert.Equal(
        "DockFlare", LikelyWriter.Of(Ours, Document("""{"hostname":"x.cowlab.org","service":"http://x","originRequest":{"matchSNIToHost":true}}"""), hasControllerClaim: false));

    [Fact]
    public void LikelyWriter_OneRuleChanged_IsAPerson() => Assert.Equal(
        "a person", LikelyWriter.Of(Ours, Document("""{"hostname":"docs.cowlab.org","service":"http://theirs"}"""), hasControllerClaim: false));

    private static JsonObject Ours => Document("""{"hostname":"docs.cowlab.org","service":"http://ours"}""");

    private static KeptDocument[] Versions(int times, int minutesApart) =>
    [
        .. Enumerable.Range(0, times * 2).Select(at => new KeptDocument(
            at + 1, at % 2 == 0 ? Ours : Document("""{"hostname":"docs.cowlab.org","service":"http://theirs"}"""), GoldenCase.Now.AddMinutes(at / 2 * minutesApart), at % 2 == 0)),
    ];

    private static IReadOnlyList<ContendedRule> Find(IEnumerable<KeptDocument> versions, DateTimeOffset? insistedAt = null) =>
        Contention.Of("t", versions, insistedAt, (_, _) => "somebody");

    private static JsonObject Document(string rule) =>
        new() { ["ingress"] = new JsonArray(JsonNode.Parse(rule), new JsonObject { ["service"] = "http_status:404" }) };
}
