using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Ownership;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Dns.Ownership;

public sealed class RecordOwnershipTests
{
    private const string Mark = "hlp1:inst0001:dn00000001";
    private static readonly DnsValue _value = new("A", "192.0.2.10", 1, false);

    [Fact]
    public void Holder_OfEveryKind_IsAsTheTableSays()
    {
        Assert.Equal(RecordHolder.Ours, Of(Record(Mark), isMade: true, isWanted: true).Holder);
        Assert.Equal(RecordHolder.Ours, Of(Record(Mark), isMade: false, isWanted: true).Holder);
        Assert.Equal(RecordHolder.Drifted, Of(Record(Mark) with { Value = _value with { Content = "192.0.2.99" } }, isMade: true, isWanted: true).Holder);
        Assert.Equal(RecordHolder.Adopted, Of(Record(Mark), isMade: true, isWanted: true, giveBack: "").Holder);
        Assert.Equal(RecordHolder.Orphan, Of(Record(Mark), isMade: false, isWanted: false).Holder);
        Assert.Equal(RecordHolder.OtherTool, Of(Record("hlp1:othr0002:dn00000001"), isMade: false, isWanted: true).Holder);
        Assert.Equal(RecordHolder.Contended, Of(Record("mine now"), isMade: true, isWanted: true).Holder);
        Assert.Equal(RecordHolder.ReadOnly, Of(Record(null) with { IsReadOnly = true }, isMade: false, isWanted: false).Holder);
        Assert.Equal(RecordHolder.Terraform, Of(Record("Managed by Terraform"), isMade: false, isWanted: false).Holder);
        Assert.Equal(RecordHolder.Terraform, Of(Record(null) with { Tags = "owner:terraform" }, isMade: false, isWanted: false).Holder);
        Assert.Equal(RecordHolder.Manual, Of(Record("the rack"), isMade: false, isWanted: false).Holder);
    }

    [Theory]
    [InlineData("a-x.cowlab.org", "heritage=external-dns,external-dns/owner=o,external-dns/resource=ingress/n/r", "external-dns (owner o, ingress/n/r)")]
    [InlineData("_extdns.x.cowlab.org", "heritage=external-dns,external-dns/owner=o", "external-dns (owner o)")]
    [InlineData("x.cowlab.org", "heritage=external-dns", "external-dns")]
    [InlineData("_ctic_managed.x.cowlab.org", "{}", "cloudflare-tunnel-ingress-controller")]
    [InlineData("_managed.x.cowlab.org", "{}", "cloudflare-operator")]
    public void Claim_OfATool_IsReadWithItsWords(string name, string text, string who)
    {
        var record = Record(null);
        var claim = new LiveRecord("t1", name, new DnsValue("TXT", text, 1, false));

        var owner = RecordOwnerships.Of(record, Facts(isMade: false, isWanted: false, null, record, claim));

        Assert.Equal((RecordHolder.OtherTool, who), (owner.Holder, owner.Who));
        Assert.Equal(RecordHolder.OtherTool, RecordOwnerships.Of(claim, Facts(isMade: false, isWanted: false, null, record, claim)).Holder);
    }

    /// <summary>The zone's own name stands above every other, and a longer name ends like a shorter one.</summary>
    [Fact]
    public void Claim_ForOneName_SaysNothingOfItsNeighbours()
    {
        var apex = Record(null) with { Id = "apex", Name = "cowlab.org" };
        var neighbour = Record(null) with { Id = "near", Name = "bar.cowlab.org" };
        var named = Record(null) with { Id = "foo", Name = "foo.bar.cowlab.org" };
        var claim = new LiveRecord("t1", "a-foo.bar.cowlab.org", new DnsValue("TXT", "heritage=external-dns", 1, false));
        var facts = Facts(isMade: false, isWanted: false, null, apex, neighbour, named, claim);

        Assert.Equal(RecordHolder.Manual, RecordOwnerships.Of(apex, facts).Holder);
        Assert.Equal(RecordHolder.Manual, RecordOwnerships.Of(neighbour, facts).Holder);
        Assert.Equal(RecordHolder.OtherTool, RecordOwnerships.Of(named, facts).Holder);
    }

    private static RecordOwnership Of(LiveRecord record, bool isMade, bool isWanted, string? giveBack = null) =>
        RecordOwnerships.Of(record, Facts(isMade, isWanted, giveBack, record));

    private static OwnershipFacts Facts(bool isMade, bool isWanted, string? giveBack, params LiveRecord[] records)
    {
        var entry = new DnsEntry { Id = "dn00000001", Name = RecordName.Parse("x.cowlab.org"), Type = "A", Content = "192.0.2.10" };
        var key = DesiredDnsRecord.KeyOf(entry);
        var made = new LedgerEntry(key, entry.Id, "r1", (new DnsImage("z1", "x.cowlab.org", _value, Mark) { GiveBack = giveBack }).ToJson());
        var ledger = isMade ? new Ledger(ImmutableDictionary<ResourceKey, LedgerEntry>.Empty.Add(key, made)) : Ledger.Empty;
        return new OwnershipFacts(new DnsZone("z1", "cowlab.org", "active", false, [.. records]), new DesiredState { Instance = "inst0001", DnsEntries = isWanted ? [entry] : [] }, ledger);
    }

    private static LiveRecord Record(string? comment) => new("r1", "x.cowlab.org", _value, comment);
}
