using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;

namespace HomelabPortal.Tests.Dns.Planning;

public sealed class DnsConflictsTests
{
    [Theory]
    [InlineData("A", "192.0.2.1", "A", "192.0.2.1", true)]
    [InlineData("A", "192.0.2.1", "A", "192.0.2.2", true)]
    [InlineData("A", "192.0.2.1", "AAAA", "2001:db8::1", false)]
    [InlineData("A", "192.0.2.1", "CNAME", "a.example.org", true)]
    [InlineData("CNAME", "a.example.org", "CNAME", "b.example.org", true)]
    [InlineData("CNAME", "a.example.org", "TXT", "hello", false)]
    [InlineData("NS", "ns1.example.org", "NS", "ns2.example.org", false)]
    [InlineData("NS", "ns1.example.org", "NS", "ns1.example.org", true)]
    [InlineData("NS", "ns1.example.org", "TXT", "hello", true)]
    [InlineData("TXT", "hello", "NS", "ns1.example.org", true)]
    [InlineData("MX", "10 a.example.org", "MX", "20 b.example.org", false)]
    [InlineData("MX", "10 a.example.org", "MX", "10 a.example.org", true)]
    [InlineData("TXT", "one", "TXT", "two", false)]
    [InlineData("TXT", "one", "TXT", "\"one\"", true)]
    [InlineData("CAA", "0 issue a.example", "CAA", "0 issue b.example", false)]
    [InlineData("HTTPS", "1 .", "A", "192.0.2.1", false)]
    public void Between_OneRecordAmongSeveral_IsAsTheTableSays(string type, string content, string otherType, string otherContent, bool isConflict) =>
        Assert.Equal(isConflict, DnsConflicts.Between(Value(type, content), Value(otherType, otherContent) with { Ttl = 300 }, isWholeName: false));

    [Fact]
    public void Between_AnExposuresNameAndAnotherAddress_IsAConflict() =>
        Assert.True(DnsConflicts.Between(Value("A", "192.0.2.1"), Value("AAAA", "2001:db8::1"), isWholeName: true));

    private static DnsValue Value(string type, string content) => new DnsValue(type, content, 1, false).Normalised();
}
