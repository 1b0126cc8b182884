using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

/// <summary>Each type from the wish to the zone and back, written as people write it rather than as Cloudflare answers it.</summary>
public sealed class EveryTypeTests
{
    private static readonly string _long = string.Concat(Enumerable.Range(0, 60).Select(at => $"part{at:000} "));

    public static TheoryData<string, string, string> Types => new()
    {
        { "A", "192.0.2.10", "192.0.2.11" },
        { "AAAA", "2001:DB8:0::0010", "2001:db8::11" },
        { "CNAME", "Docs.Example.ORG.", "other.example.org" },
        { "TXT", "\"v=spf1 \" \"-all\"", "say \"hi\" \\ back" },
        { "TXT", "\" begins and ends with a space \"", "\"\\\"in quotes\\\"\"" },
        { "TXT", _long, _long + "more" },
        { "MX", "10 Mail.CowLab.org.", "20 mail.cowlab.org" },
        { "SRV", "10 5 5060 SIP.cowlab.org.", "10 5 5061 sip.cowlab.org" },
        { "CAA", "0 ISSUE letsencrypt.org", "128 issuewild \";\"" },
        { "NS", "NS1.Example.org.", "ns2.example.org" },
        { "HTTPS", "1 . port=443 alpn=h3,h2", "1 . alpn=h2" },
        { "SVCB", "0 svc.cowlab.org.", "2 svc.cowlab.org port=53 ipv6hint=2001:DB8::1" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Record_MadeAndChanged_WantsNothingMore(string type, string first, string then)
    {
        await using var lab = await TargetLab.StartAsync();
        var foreign = lab.ForeignRecords();

        Assert.All(await lab.ApplyEntriesAsync(EntryPlans.Entry(type, first)), outcome => Assert.True(outcome.Succeeded, outcome.Fault?.Message));
        Assert.Empty((await lab.PlanEntriesAsync(EntryPlans.Entry(type, first))).ToText());
        var id = (string?)Assert.Single(lab.RecordsAt("x.cowlab.org"))["id"];
        var change = Assert.Single((await lab.PlanEntriesAsync(EntryPlans.Entry(type, then))).Changes);
        Assert.Equal((ChangeKind.Update, false), (change.Kind, change.IsDrift));
        Assert.All(await lab.ApplyEntriesAsync(EntryPlans.Entry(type, then)), outcome => Assert.True(outcome.Succeeded, outcome.Fault?.Message));
        Assert.Empty((await lab.PlanEntriesAsync(EntryPlans.Entry(type, then))).ToText());
        Assert.Equal(id, (string?)Assert.Single(lab.RecordsAt("x.cowlab.org"))["id"]);
        Assert.All(await lab.ApplyEntriesAsync(), outcome => Assert.True(outcome.Succeeded));
        Assert.Empty(lab.RecordsAt("x.cowlab.org"));
        Assert.Equal(foreign, lab.ForeignRecords());
    }

    [Fact]
    public async Task Record_WithANote_CarriesItBehindTheMark()
    {
        await using var lab = await TargetLab.StartAsync();

        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10", note: "the rack"));
        Assert.Equal("hlp1:inst0001:dn00000001 the rack", (string?)Assert.Single(lab.RecordsAt("x.cowlab.org"))["comment"]);
        Assert.Empty((await lab.PlanEntriesAsync(EntryPlans.Entry("A", "192.0.2.10", note: "the rack"))).ToText());
        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10", note: ""));

        Assert.Equal("hlp1:inst0001:dn00000001", (string?)Assert.Single(lab.RecordsAt("x.cowlab.org"))["comment"]);
    }

    [Fact]
    public async Task Records_OfTypesThatMayBeSeveral_StandBesideEachOther()
    {
        await using var lab = await TargetLab.StartAsync();
        var entries = new[]
        {
            EntryPlans.Entry("MX", "10 a.example.org", id: "dn00000001"), EntryPlans.Entry("MX", "20 b.example.org", id: "dn00000002"),
            EntryPlans.Entry("TXT", "one", id: "dn00000003"), EntryPlans.Entry("TXT", "two", id: "dn00000004"),
            EntryPlans.Entry("CAA", "0 issue a.example", id: "dn00000005"), EntryPlans.Entry("CAA", "0 issue b.example", id: "dn00000006"),
        };

        Assert.All(await lab.ApplyEntriesAsync(entries), outcome => Assert.True(outcome.Succeeded, outcome.Fault?.Message));
        Assert.Empty((await lab.PlanEntriesAsync(entries)).ToText());
        Assert.Equal(6, lab.RecordsAt("x.cowlab.org").Count);
    }

    [Fact]
    public async Task Records_FiveHundredAtOnce_TakeOneCallPerTwoHundred()
    {
        await using var lab = await TargetLab.StartAsync();
        var entries = Enumerable.Range(0, 500).Select(at => EntryPlans.Entry("A", "192.0.2.10", $"n{at:000}.cowlab.org", $"dn{at:00000000}")).ToArray();
        var plan = await lab.PlanEntriesAsync(entries);
        lab.Faults.Log.Clear();

        var outcomes = await lab.ApplyAsync(lab.Dns, plan);

        Assert.Equal(500, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(3, lab.Faults.Log.Writes.Count);
        Assert.Empty((await lab.PlanEntriesAsync(entries)).Changes);
    }
}
