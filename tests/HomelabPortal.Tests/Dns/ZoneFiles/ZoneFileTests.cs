using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Contents;
using HomelabPortal.Dns.ZoneFiles;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns.ZoneFiles;

public sealed class ZoneFileTests
{
    private const string File = """
        ; a zone as people write it
        $ORIGIN cowlab.org.
        $TTL 1h
        @       IN SOA ns1.example.org. admin.cowlab.org. ( 2026 ; serial
                    7200 3600 1209600 300 )
        @       IN NS  ns1.example.org.
        @          MX  10 mail
                   MX  20 mail2.example.org.
        nas 300 IN A   10.0.0.20
            IN  300 AAAA 2001:DB8::20
        web        CNAME nas ; cf_tags=cf-proxied:true
        text       TXT ( "one; not a remark"
                         " and two" )
        _sip._tcp  SRV 10 5 5060 sip
        @          CAA 0 issue "letsencrypt.org"
        @          HTTPS 1 . alpn="h3,h2"
        bad        A   300.1.1.1
        odd        HINFO "PC" "Linux"
        far.example.net. A 192.0.2.1
        """;

    [Fact]
    public void Read_FileOfAPerson_FindsEveryRecordAndEveryFaultByItsLine()
    {
        var file = ZoneFileReader.Read(File, "cowlab.org");

        Assert.Equal(
            [
                "MX cowlab.org → 10 mail.cowlab.org (ttl 3600)", "MX cowlab.org → 20 mail2.example.org (ttl 3600)",
                "A nas.cowlab.org → 10.0.0.20 (ttl 300)", "AAAA nas.cowlab.org → 2001:db8::20 (ttl 300)",
                "CNAME web.cowlab.org → nas.cowlab.org (proxied)", "TXT text.cowlab.org → one; not a remark and two (ttl 3600)",
                "SRV _sip._tcp.cowlab.org → 10 5 5060 sip.cowlab.org (ttl 3600)", "CAA cowlab.org → 0 issue \"letsencrypt.org\" (ttl 3600)",
                "HTTPS cowlab.org → 1 . alpn=\"h3,h2\" (ttl 3600)",
            ],
            file.Records.Select(record => record.Value.Describe(record.Name)));
        Assert.Equal([17, 18, 19], file.Faults.Select(fault => fault.Line));
        Assert.Equal(2, file.Skipped);
    }

    [Theory]
    [InlineData("a TXT \"never closed", "quote")]
    [InlineData("a A ( 192.0.2.1", "bracket")]
    [InlineData("  A 192.0.2.1", "no name")]
    [InlineData("$INCLUDE other.zone", "$INCLUDE")]
    [InlineData("a IN 300", "no type")]
    public void Read_LineThatCannotBe_SaysWhy(string line, string word) =>
        Assert.Contains(word, Assert.Single(ZoneFileReader.Read(line, "cowlab.org").Faults).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Write_TheSimulatedZone_ReadsBackTheSame()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyEntriesAsync([.. RecordTypes.All.Select((type, at) => EntryPlans.Entry(type.Name, type.Example, $"t{at}.cowlab.org", $"dn{at:00000000}"))]);
        var zone = ((HomelabPortal.Dns.Planning.DnsView)await lab.Dns.ObserveAsync(CancellationToken.None)).Zones[0];

        var file = ZoneFileReader.Read(ZoneFileWriter.Write(zone.Name, zone.Records, DateTimeOffset.UnixEpoch), zone.Name);

        Assert.Empty(file.Faults);
        Assert.Equal(Said(zone.Records.Select(record => (record.Name, record.Value))), Said(file.Records.Select(record => (record.Name, record.Value))));
    }

    [Fact]
    public void WriteAndRead_AnyText_ComesBack() => Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
    {
        var said = string.Concat(text.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        if (said.Length == 0)
            return true;
        var value = new DnsValue("TXT", TextContent.Canonical(said), 1, false).Normalised();
        var file = ZoneFileReader.Read(ZoneFileWriter.Write("cowlab.org", [new LiveRecord("r", "a.cowlab.org", value)], DateTimeOffset.UnixEpoch), "cowlab.org");
        return file.Faults.IsEmpty && file.Records.Single().Value == value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnythingAtAll_NeverFails() => Prop.ForAll(
        Gen.Elements("a", "A", "IN", "300", "1h", "@", "(", ")", "\"", ";", "\n", " ", "\t", "$TTL", "$ORIGIN", ".", "TXT", "192.0.2.1", "MX", "\\", "é", "HTTPS", "alpn=", "=", "\0", "SOA").ArrayOf().ToArbitrary(),
        words => ZoneFileReader.Read(string.Concat(words), "cowlab.org").Records.All(record => record.Value == record.Value.Normalised())).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Said(IEnumerable<(string Name, DnsValue Value)> records) =>
        records.Select(record => record.Value.Describe(record.Name)).Order(StringComparer.Ordinal);
}
