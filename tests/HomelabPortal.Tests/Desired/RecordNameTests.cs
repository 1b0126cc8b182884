using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Desired;

public sealed class RecordNameTests
{
    [Theory]
    [InlineData("NAS.CowLab.org.", "nas.cowlab.org")]
    [InlineData("*.cowlab.org", "*.cowlab.org")]
    [InlineData("_dmarc.cowlab.org", "_dmarc.cowlab.org")]
    [InlineData("_ctic_managed.tv.cowlab.org", "_ctic_managed.tv.cowlab.org")]
    [InlineData("_sip._tcp.cowlab.org", "_sip._tcp.cowlab.org")]
    [InlineData("*._tcp.cowlab.org", "*._tcp.cowlab.org")]
    [InlineData("bücher.cowlab.org", "xn--bcher-kva.cowlab.org")]
    [InlineData("cowlab.org", "cowlab.org")]
    public void TryParse_NameOfARecord_IsCanonical(string typed, string expected) => Assert.Equal(expected, RecordName.Parse(typed).Value);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a.*.cowlab.org")]
    [InlineData("**.cowlab.org")]
    [InlineData("_.cowlab.org")]
    [InlineData("a..cowlab.org")]
    [InlineData("https://cowlab.org")]
    [InlineData("a b.cowlab.org")]
    public void TryParse_AnythingElse_SaysWhatIsWrong(string typed)
    {
        Assert.False(RecordName.TryParse(typed, out _, out var fault));
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_AnythingAtAll_NeverFailsAndIsStable() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        !RecordName.TryParse(text, out var name, out _) || (RecordName.TryParse(name.Value, out var again, out _) && again == name)).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_PiecesOfNames_NeverFailsAndIsStable() => Prop.ForAll(
        Gen.Elements("*", "*.", "_", ".", "a", "_a", "-", "xn--", "é", "cowlab.org", "A", " ", "..", "ß", "\u200d", "1").ArrayOf().ToArbitrary(),
        pieces => !RecordName.TryParse(string.Concat(pieces), out var name, out _) || (RecordName.TryParse(name.Value, out var again, out _) && again == name)).QuickCheckThrowOnFailure();
}
