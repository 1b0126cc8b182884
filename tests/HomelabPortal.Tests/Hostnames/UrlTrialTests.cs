using System.Text.Json.Nodes;
using HomelabPortal.Hostnames.Trial;

namespace HomelabPortal.Tests.Hostnames;

public sealed class UrlTrialTests
{
    private static readonly JsonObject _world = JsonNode.Parse("""
        {
          "records": [["A", "*", "10.0.0.99"], ["CNAME", "tv", "tunnel", "proxied"], ["CNAME", "odd", "tunnel", "proxied"], ["CNAME", "none", "tunnel", "proxied"], ["CNAME", "old", "99999999-2222-3333-4444-555555555555.cfargotunnel.com", "proxied"]],
          "tunnels": [{ "rules": [["tv.cowlab.org", "http://10.0.0.150:80", "^/live"], ["odd.cowlab.org", "http://10.0.0.7:80", "(?!x)"], ["tv.cowlab.org", "ingress"], ["odd.cowlab.org", "ingress"], ["*.tv.cowlab.org", "http_status:403"]] }],
          "routes": [["media/tv", "Host(`tv.cowlab.org`)"], ["media/api", "Host(`tv.cowlab.org`) && PathPrefix(`/api`)", "forwardAuth"], ["media/key", "Host(`tv.cowlab.org`) && PathPrefix(`/api`) && Header(`x-key`, `a-long-secret-value`)"], ["media/sonarr", "Host(`sonarr.cowlab.org`)"]],
          "guards": [["Family", "tv.cowlab.org", ""], ["Open feed", "tv.cowlab.org", "/feed"]]
        }
        """)!.AsObject();

    [Theory]
    [InlineData("tv.cowlab.org", 3, "media/tv")]
    [InlineData("https://tv.cowlab.org/api/v1", 3, "media/api")]
    [InlineData("https://TV.cowlab.org:8443/live/1?x=y", 1, null)]
    [InlineData("sonarr.cowlab.org", null, "media/sonarr")]
    [InlineData("none.cowlab.org", 6, null)]
    public void Run_Url_FindsTheRuleAndTheRouteThatWin(string url, int? rule, string? route)
    {
        var result = Run(url);

        Assert.Equal(rule, result.Tunnel?.Winner?.Part.Index + 1);
        Assert.Equal(route, result.Routes.FirstOrDefault(tried => tried.IsWinner)?.NameText);
    }

    [Theory]
    [InlineData("tv.cowlab.org", "Login", "Cloudflare Access asks first: Family.")]
    [InlineData("tv.cowlab.org/feed/x", "Login", "Cloudflare Access asks first: Open feed.")]
    [InlineData("none.cowlab.org", "Login", "No Access application stands in front")]
    [InlineData("none.cowlab.org", "Tunnel", "Rule 6 of home, the catch-all, answers HTTP 404 itself.")]
    [InlineData("old.cowlab.org", "DNS", "which does not exist")]
    [InlineData("sonarr.cowlab.org", "DNS", "*.cowlab.org answers, since the name has no record of its own")]
    [InlineData("nobody.cowlab.org", "Ingress", "No route takes it")]
    [InlineData("sonarr.cowlab.org", "Service", "1 of 1 ready")]
    [InlineData("nas.home.arpa", "DNS", "in no zone")]
    [InlineData("odd.cowlab.org", "Tunnel", "Unless rule 2 takes it first")]
    public void Run_Url_SaysWhatHappensAtTheStation(string url, string station, string sentence) =>
        Assert.Contains(sentence, Run(url).Steps.Single(step => step.Title == station).Sentence);

    [Fact]
    public void Run_RuleAboveTakesIt_SaysWhatItHides()
    {
        var rules = Run("tv.cowlab.org/live").Tunnel!.Rules;

        Assert.Equal("Takes the request before tv.cowlab.org.", rules[0].Note);
        Assert.Equal("Would match, but tv.cowlab.org with path ^/live above it takes the request first.", rules[2].Note);
    }

    [Fact]
    public void Run_RouteThatAsksForAHeader_IsSaidToDepend()
    {
        var key = Run("tv.cowlab.org/api").Routes.Single(route => route.NameText == "media/key");

        Assert.Equal(MatchOutcome.Depends, key.Outcome);
        Assert.Contains("It depends on", key.Note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://tv.cowlab.org")]
    [InlineData("https://")]
    [InlineData("http://nodots/")]
    [InlineData("http://a b/")]
    public void Read_WhatIsNoAddress_SaysWhatIsWrong(string text)
    {
        var (request, fault) = TrialRequest.Read(text);

        Assert.Null(request);
        Assert.NotNull(fault);
    }

    [Fact]
    public void Run_TunnelChosenByHand_TriesItsRulesWhereverDnsLeads()
    {
        var (request, _) = TrialRequest.Read("https://sonarr.cowlab.org");
        var result = UrlTrial.Run(request!, HostWorld.TunnelId, HostWorld.Read(_world));

        Assert.False(result.Tunnel!.IsLed);
        Assert.True(result.Tunnel.Winner!.Part.IsCatchAll);
    }

    private static TrialResult Run(string url) => UrlTrial.Run(TrialRequest.Read(url).Request!, null, HostWorld.Read(_world));
}
