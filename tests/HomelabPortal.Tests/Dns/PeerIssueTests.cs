using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

/// <summary>What went wrong with the records of others, one test each, named after the issue where it was told.</summary>
public sealed class PeerIssueTests
{
    private const string X = "x.cowlab.org";
    private static readonly FaultMatch _batch = new() { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/dns_records/batch" };

    /// <summary>A create failed, but its sign of ownership succeeded, and the next pass overwrote a record made by hand.</summary>
    [Fact]
    public async Task ExternalDns2410_RecordMadeByHandStandsThere_IsNeverTakenOver()
    {
        await using var lab = await TargetLab.StartAsync();
        ByHand(lab, "A", "10.0.0.7");
        var before = lab.RecordsAt(X).Single().ToJsonString();

        for (var pass = 0; pass < 3; pass++)
            await lab.ApplyEntriesAsync(EntryPlans.Entry("CNAME", "elsewhere.example.org"));

        Assert.Equal(before, lab.RecordsAt(X).Single().ToJsonString());
        Assert.Empty(lab.Ledger.Entries);
        Assert.Contains("made by hand", Assert.Single((await lab.PlanEntriesAsync(EntryPlans.Entry("CNAME", "elsewhere.example.org"))).Refusals).Why, StringComparison.Ordinal);
    }

    /// <summary>Tags have a quota of 0 on the free plan: the mark must not need any.</summary>
    [Fact]
    public async Task ExternalDns3706_FreePlanWithoutTags_IsNoHindrance()
    {
        await using var lab = await TargetLab.StartAsync();

        Assert.True(Assert.Single(await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10", note: new string('n', 70)))).Succeeded);
        Assert.Empty(lab.RecordsAt(X).Single()["tags"]!.AsArray());
    }

    /// <summary>Endless updates, because what was read back was another spelling of what was written.</summary>
    [Theory]
    [InlineData("CNAME", "Docs.Example.ORG.")]
    [InlineData("TXT", "\"v=spf1 \" \"-all\"")]
    [InlineData("AAAA", "2001:0DB8::1")]
    [InlineData("CAA", "0 ISSUE letsencrypt.org")]
    [InlineData("HTTPS", "1 . port=443 alpn=h2")]
    public async Task ExternalDns840_SecondPlanAfterAnApply_IsEmpty(string type, string content)
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync(EntryPlans.Entry(type, content));

        Assert.True((await lab.PlanEntriesAsync(EntryPlans.Entry(type, content))).IsEmpty);
    }

    /// <summary>A proxied record reads back an automatic TTL, whatever was asked for.</summary>
    [Fact]
    public async Task DnsControl142_TtlOfAProxiedRecord_IsNoDifference()
    {
        await using var lab = await TargetLab.StartAsync();
        var entry = EntryPlans.Entry("A", "192.0.2.10") with { IsProxied = true, Ttl = 300 };
        await lab.ApplyEntriesAsync(entry);

        Assert.True((await lab.PlanEntriesAsync(entry)).IsEmpty);
    }

    /// <summary>The record was made, its answer was lost, and making it again failed for ever.</summary>
    [Fact]
    public async Task ExternalDns3621_RecreateAfterALostAnswer_SettlesByReading()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_batch, new FaultEffect.LostResponse(), times: 1);

        Assert.True(Assert.Single(await lab.ApplyEntriesAsync(EntryPlans.Entry("MX", "10 mail.cowlab.org"))).Succeeded);
        Assert.Single(lab.RecordsAt(X));
        Assert.True((await lab.PlanEntriesAsync(EntryPlans.Entry("MX", "10 mail.cowlab.org"))).IsEmpty);
    }

    /// <summary>Somebody made the very record between the plan and the write: that is no failure to crash on, and not ours either.</summary>
    [Fact]
    public async Task DockFlare96_AlreadyExists_IsSaidAndPlannedAfresh()
    {
        await using var lab = await TargetLab.StartAsync();
        var entry = EntryPlans.Entry("A", "192.0.2.10");
        var plan = await lab.PlanEntriesAsync(entry);
        ByHand(lab, "A", "192.0.2.10");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, plan));

        Assert.Equal(FaultKind.NeedsPerson, outcome.Fault?.Kind);
        Assert.Null((string?)lab.RecordsAt(X).Single()["comment"]);
        Assert.Single((await lab.PlanEntriesAsync(entry)).Refusals);
    }

    /// <summary>A new name orphaned the records of the old one.</summary>
    [Fact]
    public async Task Adyanth70_AnotherName_LeavesNothingOfTheOldOne()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10"));

        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10", "y.cowlab.org"));

        Assert.Empty(lab.RecordsAt(X));
        Assert.Single(lab.RecordsAt("y.cowlab.org"));
        Assert.Single(lab.Ledger.Entries);
    }

    /// <summary>An error in the middle of a write left the sign of ownership without its record.</summary>
    [Fact]
    public async Task Adyanth53_ErrorInTheMiddle_LeavesAllOrNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10"));
        var before = lab.RecordsAt(X).Single().ToJsonString();
        lab.Faults.Add(_batch, new FaultEffect.Status(503));

        var outcome = Assert.Single(await lab.ApplyEntriesAsync(EntryPlans.Entry("CNAME", "elsewhere.example.org")));
        lab.Faults.Clear();

        Assert.False(outcome.Succeeded);
        Assert.Equal(before, lab.RecordsAt(X).Single().ToJsonString());
        Assert.True(Assert.Single(await lab.ApplyEntriesAsync(EntryPlans.Entry("CNAME", "elsewhere.example.org"))).Succeeded);
        Assert.Equal("CNAME", (string?)lab.RecordsAt(X).Single()["type"]);
    }

    /// <summary>A record of the same name was deleted although it led elsewhere by then.</summary>
    [Fact]
    public async Task DockFlare_RecordPointedElsewhereMeanwhile_IsNotDeleted()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10"));
        var id = (string)lab.RecordsAt(X).Single()["id"]!;
        lab.Zone.Delete(id);
        ByHand(lab, "A", "10.0.0.7");

        await lab.ApplyEntriesAsync();

        Assert.Equal("10.0.0.7", (string?)lab.RecordsAt(X).Single()["content"]);
        Assert.Empty(lab.Ledger.Entries);
    }

    /// <summary>A long name of a tunnel broke the comment's limit.</summary>
    [Fact]
    public async Task Ctic168_LongNote_StaysWithinTheCommentsLimit()
    {
        await using var lab = await TargetLab.StartAsync();

        Assert.True(Assert.Single(await lab.ApplyEntriesAsync(EntryPlans.Entry("TXT", "hello", note: new string('é', 300)))).Succeeded);
        Assert.Equal(100, ((string)lab.RecordsAt(X).Single()["comment"]!).Length);
    }

    private static void ByHand(TargetLab lab, string type, string content) =>
        lab.Zone.Create(new JsonObject { ["type"] = type, ["name"] = X, ["content"] = content, ["ttl"] = 1 });
}
