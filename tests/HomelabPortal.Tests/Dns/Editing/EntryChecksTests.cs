using HomelabPortal.Desired;
using HomelabPortal.Dns.Contents;
using HomelabPortal.Dns.Editing;

namespace HomelabPortal.Tests.Dns.Editing;

public sealed class EntryChecksTests
{
    [Fact]
    public void Read_EveryFaultAtOnce_StandsAtItsField()
    {
        var draft = new EntryDraft("no name", "SRV", null, ["x", "5", "70000", "sip.cowlab.org"], 59, true, new string('n', 80));

        var (entry, faults) = EntryChecks.Read(draft, "dn1", null);

        Assert.Null(entry);
        Assert.Equal(["content.port", "content.priority", "isProxied", "name", "note", "ttl"], faults.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_AddressOfTheHouseBehindTheProxy_IsRefusedWithTheWayOut()
    {
        var (_, faults) = EntryChecks.Read(new EntryDraft("nas.cowlab.org", "A", "10.0.0.20", null, null, true, null), "dn1", null);

        Assert.Contains("through the tunnel", faults[EntryChecks.Proxied], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ChangeOfAnAdoptedRecord_KeepsItsAdoption()
    {
        var before = EntryPlans.Entry("A", "192.0.2.1") with { AdoptedId = "r1", AdoptedImage = "{}", Note = "the rack" };

        var (entry, _) = EntryChecks.Read(new EntryDraft("x.cowlab.org", "A", "192.0.2.2", null, null, false, ""), before.Id, before);

        Assert.Equal(("r1", "{}", ""), (entry?.AdoptedId, entry?.AdoptedImage, entry?.Note));
    }

    [Theory]
    [InlineData("", "cowlab.org")]
    [InlineData("@", "cowlab.org")]
    [InlineData("nas", "nas.cowlab.org")]
    [InlineData("*", "*.cowlab.org")]
    [InlineData("nas.cowlab.org.", "nas.cowlab.org")]
    [InlineData("a.b", "a.b.cowlab.org")]
    public void FullName_OfWhatIsTyped_IsInTheZone(string typed, string expected) => Assert.Equal(expected, new EntryForm { Name = typed, Zone = "cowlab.org" }.FullName);

    [Fact]
    public void Form_BegunFromAnEntryOfAnyType_SaysTheSameAgain() => Assert.All(RecordTypes.All, type =>
    {
        var before = EntryPlans.Entry(type.Name, type.Read(type.Example).Text) with { Ttl = 300, Note = "n" };
        var form = new EntryForm();
        form.Begin(before, "cowlab.org");

        Assert.Equal(before, EntryChecks.Read(form.ToDraft(), before.Id, before).Entry);
    });

    [Fact]
    public void Form_BegunFromATextInQuotes_KeepsTheQuotes()
    {
        var before = EntryPlans.Entry("TXT", RecordTypes.Normalise("TXT", "\"\\\"in quotes\\\"\""));
        var form = new EntryForm();
        form.Begin(before, "cowlab.org");

        Assert.Equal(before.Content, EntryChecks.Read(form.ToDraft(), before.Id, before).Entry?.Content);
    }
}
