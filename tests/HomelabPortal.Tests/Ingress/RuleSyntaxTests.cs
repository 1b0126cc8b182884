using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Tests.Ingress;

public sealed class RuleSyntaxTests
{
    [Theory]
    [InlineData("Host(`a.b`)", "Either")]
    [InlineData("Host(`a.b`, `c.d`)", "V2")]
    [InlineData("Headers(`X-A`, `1`)", "V2")]
    [InlineData("HeadersRegexp(`X-A`, `.*`)", "V2")]
    [InlineData("HostRegexp(`{app:[a-z]+}.b`)", "V2")]
    [InlineData("PathPrefix(`/{id}`)", "V2")]
    [InlineData("Header(`X-A`, `1`)", "V3")]
    [InlineData("HeaderRegexp(`X-A`, `.*`)", "V3")]
    [InlineData("PathRegexp(`^/v[0-9]{2}`)", "V3")]
    [InlineData("HostRegexp(`^[a-z]{2,3}\\.b$`)", "Either")]
    [InlineData("Query(`a`, `b`)", "Either")]
    [InlineData("ClientIP(`10.0.0.0/8`, `fe80::/10`)", "V2")]
    [InlineData("HOSTSNI(`a.b`)", "Either")]
    [InlineData("pathprefix(`/a`)", "Either")]
    public void Parse_ReadableRule_KnowsItsLanguage(string rule, string syntax)
    {
        var parsed = TraefikRule.Parse(rule);

        Assert.Null(parsed.Fault);
        Assert.Equal(syntax, parsed.Syntax.ToString());
    }

    [Theory]
    [InlineData("Hots(`a.b`)", "Traefik knows no matcher Hots.")]
    [InlineData("Host()", "Host takes one value, found 0.")]
    [InlineData("Header(`X-A`)", "Header takes a name and a value, found 1.")]
    [InlineData("Headers(`X-A`, `1`, `2`)", "Headers takes a name and a value, found 3.")]
    [InlineData("Host(`a.b`, `c.d`) && Header(`X-A`, `1`)", "It mixes matchers of Traefik 2 and Traefik 3, which no version reads together.")]
    public void Parse_RuleThatNoTraefikReads_SaysWhy(string rule, string fault)
    {
        var parsed = TraefikRule.Parse(rule);

        Assert.Equal(fault, parsed.Fault);
        Assert.False(parsed.IsReadable);
    }

    [Fact]
    public void Parse_TooManyCombinations_IsReadableAllTheSame() =>
        Assert.True(TraefikRule.Parse(string.Join("&&", Enumerable.Repeat("(Host(`a`)||Host(`b`))", 20))).IsReadable);

    [Theory]
    [InlineData("Host(`a.b`)", "Requests for a.b")]
    [InlineData("Host(`a.b`) || Host(`c.d`)", "Requests for a.b or c.d")]
    [InlineData("Host(`a.b`, `c.d`) && PathPrefix(`/`)", "Requests for a.b or c.d")]
    [InlineData("(Host(`a.b`) || Host(`c.d`)) && PathPrefix(`/api`)", "Requests for a.b or c.d under /api")]
    [InlineData("Host(`a.b`) && (PathPrefix(`/api`) || Path(`/x`))", "Requests for a.b under /api|Requests for a.b at exactly /x")]
    [InlineData("PathPrefix(`/outpost`)", "Requests for any host under /outpost")]
    [InlineData("Host(`a.b`) && Method(`GET`) && Header(`X-A`, `1`)", "Requests for a.b by GET with the header X-A: 1")]
    [InlineData("Host(`a.b`) && !ClientIP(`10.0.0.0/8`)", "Requests for a.b, but not from 10.0.0.0/8")]
    [InlineData("Host(`a.b`) && !(Path(`/x`) || PathPrefix(`/y`))", "Requests for a.b, but not at exactly /x or under /y")]
    [InlineData("HostRegexp(`{app:[a-z]+}.b`)", "Requests for hosts like {app:[a-z]+}.b")]
    [InlineData("HostRegexp(`^.+\\.b$`)", "Requests for hosts that match ^.+\\.b$")]
    [InlineData("Host(`a.b`) && Query(`debug`)", "Requests for a.b with debug in the query")]
    [InlineData("Host(`a.b`) && Query(`mode`, `x`)", "Requests for a.b with mode=x in the query")]
    [InlineData("HostSNI(`*`)", "Connections for any host")]
    [InlineData("HostSNI(`db.b`) && ALPN(`h2`)", "Connections for db.b that speak h2")]
    [InlineData("!Host(`a.b`)", "Requests for any host, but not for a.b")]
    public void Words_Rule_SayWhatItTakes(string rule, string words) => Assert.Equal(words.Split('|'), TraefikRule.Parse(rule).Words);

    [Theory]
    [InlineData("Host(`a.b`)", null, 11)]
    [InlineData("Host(`a.b`)", 0, 11)]
    [InlineData("Host(`ä.b`)", null, 12)]
    [InlineData("Host(`a.b`)", 7, 7)]
    [InlineData("Host(`a.b`)", -3, -3)]
    public void Priority_Http_IsItsOwnOrTheRulesLengthInBytes(string rule, int? own, int priority) => Assert.Equal(priority, RulePriority.Of(TraefikRule.Parse(rule), own));

    [Fact]
    public void Priority_TcpForEveryName_ComesLast() => Assert.Equal(-1, RulePriority.OfTcp(TraefikRule.Parse("HostSNI(`*`)"), null));

    [Fact]
    public void Priority_TcpForEveryNameOfSomeClients_IsItsLength() => Assert.Equal(36, RulePriority.OfTcp(TraefikRule.Parse("HostSNI(`*`) && ClientIP(`10.0.0.1`)"), null));
}
