using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

public sealed class AdoptionTests
{
    private const string Kvm = "pikvm.cowlab.org";
    private const string Registry = "registry.cowlab.org";

    [Fact]
    public async Task Adopt_RecordMadeByHand_WritesItsCommentAndNothingElse()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = Record(lab, Kvm);

        var plan = await lab.PlanEntriesAsync(await AdoptAsync(lab, Kvm));
        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, plan));

        Assert.True(outcome.Succeeded);
        Assert.Equal(ChangeKind.Adopt, Assert.Single(plan.Changes).Kind);
        var after = Record(lab, Kvm);
        Assert.Equal("hlp1:inst0001:dn00000001 KVM of the rack", (string?)after["comment"]);
        Assert.Equal(Bare(before), Bare(after));
        Assert.Empty((await lab.PlanEntriesAsync(await KeptAsync(lab, before))).ToText());
    }

    [Fact]
    public async Task Adopt_ChangedSinceTheDecision_IsRefusedAndWritesNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        var entry = await AdoptAsync(lab, Kvm);
        lab.Zone.Delete((string)Record(lab, Kvm)["id"]!);
        lab.Zone.Create(new JsonObject { ["type"] = "A", ["name"] = Kvm, ["content"] = "10.0.0.7", ["ttl"] = 1 });
        var moved = entry with { AdoptedId = (string)Record(lab, Kvm)["id"]! };

        var plan = await lab.PlanEntriesAsync(moved);

        Assert.Empty(plan.Changes);
        Assert.Contains("was changed after you adopted it", Assert.Single(plan.Refusals).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_RecordOfAnotherTool_IsRefusedUnlessTheOwnerInsists()
    {
        await using var lab = await TargetLab.StartAsync();

        var refused = await lab.PlanEntriesAsync(await AdoptAsync(lab, Registry));
        var insisted = await lab.PlanEntriesAsync(await AdoptAsync(lab, Registry, isInsisted: true));

        Assert.Contains("external-dns (owner cowlab, ingress/gitea/registry)", Assert.Single(refused.Refusals).Why, StringComparison.Ordinal);
        Assert.Empty(refused.Changes);
        Assert.Equal(ChangeKind.Adopt, Assert.Single(insisted.Changes).Kind);
    }

    [Fact]
    public async Task Unwanted_AdoptedRecord_GetsItsCommentBackAndStays()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = Record(lab, Kvm);
        await lab.ApplyEntriesAsync(await AdoptAsync(lab, Kvm));

        var plan = await lab.PlanEntriesAsync();
        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, plan));

        Assert.True(outcome.Succeeded);
        Assert.Equal(ChangeKind.Release, Assert.Single(plan.Changes).Kind);
        Assert.Equal("KVM of the rack", (string?)Record(lab, Kvm)["comment"]);
        Assert.Equal(Bare(before), Bare(Record(lab, Kvm)));
        Assert.Empty(lab.Ledger.Entries);
        Assert.Empty((await lab.PlanEntriesAsync()).ToText());
    }

    [Fact]
    public async Task Unwanted_AdoptedWithoutAComment_HasNoneAgain()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync(await AdoptAsync(lab, "pihole.cowlab.org"));

        await lab.ApplyEntriesAsync();

        Assert.Null((string?)Record(lab, "pihole.cowlab.org")["comment"]);
        Assert.Empty(lab.Ledger.Entries);
    }

    [Fact]
    public async Task Changed_AdoptedRecordThenUndone_IsAsItWasBefore()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = Record(lab, Kvm);
        var entry = await AdoptAsync(lab, Kvm);
        await lab.ApplyEntriesAsync(entry);

        await lab.ApplyEntriesAsync(entry with { Content = "10.0.0.77", Ttl = 300 });
        Assert.Equal("10.0.0.77", (string?)Record(lab, Kvm)["content"]);
        await lab.ApplyEntriesAsync(entry);
        await lab.ApplyEntriesAsync();

        Assert.Equal(Bare(before), Bare(Record(lab, Kvm)));
        Assert.Equal((string?)before["comment"], (string?)Record(lab, Kvm)["comment"]);
    }

    [Fact]
    public void Guard_GivingBackUnderObserve_IsHeld()
    {
        var change = new Change
        {
            Kind = ChangeKind.Release, Key = DnsView.KeyOf("a"), OwnerId = "dn", Stage = ChangeStage.WithdrawDns, Description = "", Reason = "", After = new JsonObject(),
        };

        Assert.Empty(Guard.Check(new Plan { Changes = [change] }, ChangePolicy.Observe, Ledger.Empty, null).Allowed);
        Assert.Single(Guard.Check(new Plan { Changes = [change with { After = null }] }, ChangePolicy.Observe, Ledger.Empty, null).Allowed);
    }

    private static JsonObject Record(TargetLab lab, string name) => Assert.Single(lab.RecordsAt(name));

    private static async Task<DnsEntry> AdoptAsync(TargetLab lab, string name, bool isInsisted = false)
    {
        var view = (DnsView)await lab.Dns.ObserveAsync(CancellationToken.None);
        return Adoption.Adopt(view.Zones[0].At(name).Single(), view.Zones[0].Id, "dn00000001", isInsisted);
    }

    /// <summary>The entry that was saved when the record still looked like this.</summary>
    private static async Task<DnsEntry> KeptAsync(TargetLab lab, JsonObject before)
    {
        var now = await AdoptAsync(lab, Kvm);
        var image = JsonNode.Parse(now.AdoptedImage!)!.AsObject();
        image["comment"] = (string?)before["comment"];
        return now with { AdoptedImage = image.ToJsonString() };
    }

    private static string Bare(JsonObject record)
    {
        var bare = record.DeepClone().AsObject();
        foreach (var member in new[] { "comment", "modified_on", "comment_modified_on" })
            bare.Remove(member);
        return bare.ToJsonString();
    }
}
