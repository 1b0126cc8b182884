using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Tests.Dns.Contents;

public sealed class RecordTypesTests
{
    [Theory]
    [InlineData("A", "192.0.2.10", "192.0.2.10")]
    [InlineData("AAAA", "2001:DB8:0:0::0010", "2001:db8::10")]
    [InlineData("AAAA", "::ffff:192.0.2.10", "::ffff:192.0.2.10")]
    [InlineData("CNAME", "Docs.Example.ORG.", "docs.example.org")]
    [InlineData("CNAME", "bücher.example", "xn--bcher-kva.example")]
    [InlineData("CNAME", "_acme.bücher.example", "_acme.xn--bcher-kva.example")]
    [InlineData("NS", "NS1.example.org.", "ns1.example.org")]
    [InlineData("TXT", "\"v=spf1 -all\"", "v=spf1 -all")]
    [InlineData("TXT", "\"one \" \"text\"", "one text")]
    [InlineData("TXT", "\"one\"\"text\"", "onetext")]
    [InlineData("TXT", "\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("TXT", "\"\\\"quoted\\\"\"", "\"\\\"quoted\\\"\"")]
    [InlineData("TXT", "\" padded \"", "\" padded \"")]
    [InlineData("MX", "10  Mail.CowLab.org.", "10 mail.cowlab.org")]
    [InlineData("MX", "0 .", "0 .")]
    [InlineData("SRV", "10\t5 5060 SIP.cowlab.org.", "10 5 5060 sip.cowlab.org")]
    [InlineData("CAA", "0 ISSUE letsencrypt.org", "0 issue \"letsencrypt.org\"")]
    [InlineData("CAA", "0 issue \"letsencrypt.org; validationmethods=dns-01\"", "0 issue \"letsencrypt.org; validationmethods=dns-01\"")]
    [InlineData("HTTPS", "1 . port=443 ALPN=h3,h2", "1 . alpn=\"h3,h2\" port=\"443\"")]
    [InlineData("HTTPS", "1 . ipv6hint=2001:DB8::0:1 ipv4hint=192.0.2.1", "1 . ipv4hint=\"192.0.2.1\" ipv6hint=\"2001:db8::1\"")]
    [InlineData("SVCB", "1 Svc.cowlab.org. key3=8443 mandatory=port,alpn alpn=\"h2\"", "1 svc.cowlab.org mandatory=\"alpn,port\" alpn=\"h2\" port=\"8443\"")]
    [InlineData("SVCB", "0 svc.cowlab.org.", "0 svc.cowlab.org")]
    public void Content_OfEveryType_HasOneForm(string type, string typed, string expected)
    {
        Assert.Equal(expected, RecordTypes.Normalise(type, typed));
        Assert.Equal(expected, RecordTypes.Normalise(type, expected));
    }

    [Theory]
    [InlineData("A", "127.1")]
    [InlineData("A", "010.0.0.1")]
    [InlineData("AAAA", "fe80::1%2")]
    [InlineData("CNAME", "https://x.example.org")]
    [InlineData("CNAME", "192.0.2.10")]
    [InlineData("CNAME", ".")]
    [InlineData("MX", "mail.cowlab.org")]
    [InlineData("MX", "10 .")]
    [InlineData("SRV", "10 5 70000 sip.cowlab.org")]
    [InlineData("CAA", "0 isue \"x\"")]
    [InlineData("CAA", "256 issue \"x\"")]
    [InlineData("HTTPS", "1 . alpn")]
    [InlineData("HTTPS", "1 . port=many")]
    [InlineData("HTTPS", "1 . alpn=h2 alpn=h3")]
    [InlineData("HTTPS", "0 svc.cowlab.org alpn=h2")]
    [InlineData("SVCB", "0 .")]
    [InlineData("TXT", "")]
    public void Content_ThatCannotBe_IsToldInASentenceWithAnExample(string type, string typed)
    {
        var content = RecordTypes.Find(type)!.Read(typed);

        Assert.False(content.IsGood);
        Assert.EndsWith(".", content.Fault, StringComparison.Ordinal);
        Assert.NotEmpty(content.Faults);
    }

    [Fact]
    public void Examples_OfEveryType_AreGood() =>
        Assert.All(RecordTypes.All, type => Assert.True(type.Read(type.Example).IsGood, $"{type.Name} {type.Example}: {type.Read(type.Example).Fault}"));

    [Fact]
    public void Normalise_AnythingAtAll_IsIdempotent() => Prop.ForAll(
        Gen.Elements(RecordTypes.All.Select(type => type.Name).Append("TLSA").ToArray()).ToArbitrary(), ArbMap.Default.ArbFor<string>(),
        (type, text) =>
        {
            var once = new DnsValue(type, text ?? "", 1, false).Normalised();
            return once == once.Normalised();
        }).QuickCheckThrowOnFailure();

    /// <summary>Every way in which Cloudflare or a zone file may write the same text.</summary>
    [Fact]
    public void Text_HoweverItIsCutAndQuoted_IsTheSame() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<PositiveInt>(),
        (said, cut) =>
        {
            var text = string.Concat(said.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
            if (text.Length == 0)
                return true;
            var at = cut.Get % text.Length;
            var plain = new DnsValue("TXT", TextContent.Canonical(text), 1, false).Normalised();
            return plain == new DnsValue("TXT", QuotedText.Quote(text), 1, false).Normalised()
                && plain == new DnsValue("TXT", $"{QuotedText.Quote(text[..at])} {QuotedText.Quote(text[at..])}", 1, false).Normalised()
                && plain == new DnsValue("TXT", QuotedText.QuoteInPieces(text), 1, false).Normalised();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parameters_InAnyOrder_AreTheSame() => Prop.ForAll(
        Gen.Shuffle(new[] { "alpn=\"h3,h2\"", "port=443", "ipv4hint=192.0.2.1,192.0.2.2", "ipv6hint=2001:db8::1", "no-default-alpn", "key65=abc" }).ToArbitrary(),
        shuffled => RecordTypes.Normalise("HTTPS", $"1 . {string.Join(' ', shuffled)}")
            == "1 . alpn=\"h3,h2\" no-default-alpn port=\"443\" ipv4hint=\"192.0.2.1,192.0.2.2\" ipv6hint=\"2001:db8::1\" key65=\"abc\"").QuickCheckThrowOnFailure();

    [Fact]
    public void LongText_OnTheWire_IsInPiecesOf255Bytes()
    {
        var pieces = QuotedText.QuoteInPieces(new string('a', 254) + "é" + new string('b', 300));

        Assert.Equal(3, pieces.Split("\" \"").Length);
        Assert.Equal(new string('a', 254) + "é" + new string('b', 300), QuotedText.Unquote(pieces));
    }

    [Fact]
    public void Ttl_OfAProxiedRecord_IsAutomatic() =>
        Assert.Equal(new DnsValue("A", "192.0.2.1", 1, true), new DnsValue("A", "192.0.2.1", 300, true).Normalised());
}
