using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Tests.Ingress;

public sealed class TraefikRuleTests
{
    [Theory]
    [InlineData("Host(`sonarr.cowlab.org`)", "sonarr.cowlab.org", "")]
    [InlineData("Host(\"Sonarr.Cowlab.Org\")", "sonarr.cowlab.org", "")]
    [InlineData("  Host ( `a.b` ) ", "a.b", "")]
    [InlineData("Host(`a.b`, `c.d`)", "a.b c.d", "")]
    [InlineData("Host(`a.b`) || Host(`c.d`)", "a.b c.d", "")]
    [InlineData("(Host(`a.b`) || Host(`c.d`)) && PathPrefix(`/api`)", "a.b c.d", "/api/…")]
    [InlineData("Host(`a.b`) && Path(`/x`)", "a.b", "/x")]
    [InlineData("Host(`a.b`) && PathPrefix(`/`)", "a.b", "/…")]
    [InlineData("Host(`a.b`) && PathRegexp(`^/v[0-9]+`)", "a.b", "~ ^/v[0-9]+")]
    [InlineData("HostSNI(`db.b`)", "db.b", "")]
    [InlineData("HostSNI(`*`)", "", "")]
    [InlineData("PathPrefix(`/outpost`)", "", "/outpost/…")]
    [InlineData("!Host(`a.b`)", "", "")]
    [InlineData("!(!Host(`a.b`) || !Path(`/x`))", "a.b", "/x")]
    public void Parse_RuleOfTraefik_NamesItsHostsAndPaths(string rule, string hosts, string paths)
    {
        var parsed = TraefikRule.Parse(rule);

        Assert.Null(parsed.Fault);
        Assert.Equal(hosts, string.Join(' ', parsed.Hosts));
        Assert.Equal(paths, string.Join(' ', parsed.Paths));
    }

    [Fact]
    public void Parse_AndBindsTighterThanOr_GivesTwoAlternatives()
    {
        var parsed = TraefikRule.Parse("Host(`a.b`) && Path(`/x`) || Host(`c.d`)");

        Assert.Equal(
            [("a.b", "/x"), ("c.d", "")],
            parsed.Alternatives.Select(alternative => (alternative.Hosts.ToString(), alternative.Paths.ToString())));
    }

    [Fact]
    public void Parse_OtherMatchers_AreConditionsInTraefiksWords()
    {
        var parsed = TraefikRule.Parse("Host(`a.b`) && Header(`X-Role`, `admin`) && !ClientIP(`10.0.0.0/8`)");

        Assert.Equal(["Header(`X-Role`, `admin`)", "!ClientIP(`10.0.0.0/8`)"], parsed.Conditions);
    }

    [Fact]
    public void Parse_HostRegexp_IsAPatternNotAHost()
    {
        var parsed = TraefikRule.Parse("HostRegexp(`^.+\\.b$`)");

        Assert.Empty(parsed.Hosts);
        Assert.Equal(["^.+\\.b$"], parsed.HostPatterns);
    }

    [Theory]
    [InlineData("", "The rule is empty.")]
    [InlineData("Host(`a.b`", "Expected ) at character 11, found the end.")]
    [InlineData("Host(`a.b", "Expected ) at character 6, found \"a text without an end\".")]
    [InlineData("Host(`a.b`) Host(`c.d`)", "Expected &&, || or the end of the rule at character 13, found \"Host\".")]
    [InlineData("Host(`a.b`) &&", "Expected a matcher such as Host(`…`) at character 15, found the end.")]
    [InlineData("Host(a.b)", "Expected ) at character 6, found \"a\".")]
    public void Parse_RuleThatCannotBeRead_SaysWhereAndKeepsTheText(string rule, string fault)
    {
        var parsed = TraefikRule.Parse(rule);

        Assert.Equal(fault, parsed.Fault);
        Assert.Equal(rule, parsed.Text);
        Assert.Empty(parsed.Alternatives);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('!')]
    public void Parse_HostileNesting_IsAFaultAndNoStackOverflow(char opener) =>
        Assert.NotNull(TraefikRule.Parse(new string(opener, 200_000) + "Host(`a`)").Fault);

    [Fact]
    public void Parse_ChainOfAHundredThousandMatchers_IsAFault() =>
        Assert.NotNull(TraefikRule.Parse(string.Join("||", Enumerable.Repeat("Host(`a`)", 100_000))).Fault);

    [Fact]
    public void Parse_ProductOfManyChoices_KeepsTheRawText()
    {
        var parsed = TraefikRule.Parse(string.Join("&&", Enumerable.Repeat("(Host(`a`)||Host(`b`))", 20)));

        Assert.NotNull(parsed.Fault);
        Assert.NotNull(parsed.Expression);
    }

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => TraefikRule.Parse(text).Text == (text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyMixOfTokens_NeverThrowsAndIsEitherReadOrAFault()
    {
        string[] tokens = ["Host(`a.b`)", "Path(`/x`)", "&&", "||", "!", "(", ")", "`", "\"", ",", "Host", " ", "\\", "&", "é"];
        var rules = Gen.Elements(tokens).ListOf().Select(string.Concat);

        Prop.ForAll(rules.ToArbitrary(), rule => TraefikRule.Parse(rule) is { Fault: null, Alternatives.Count: > 0 } or { Fault.Length: > 0 }).QuickCheckThrowOnFailure();
    }
}
