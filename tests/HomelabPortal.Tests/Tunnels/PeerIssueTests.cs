using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Gpu;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Pages.Rules;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>What went wrong with the tunnels of others, one test each, named after the issue where it was told.</summary>
public sealed class PeerIssueTests
{
    private static readonly Exposure _wish = TargetLab.Wish(visibility: Visibility.Tunnel);

    /// <summary>"The last ingress rule must match all URLs": one document without such a rule, and no write was taken any more.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ingress":[]}""")]
    [InlineData("""{"ingress":[{"hostname":"docs.cowlab.org","service":"http://10.0.0.20"}]}""")]
    [InlineData("""{"ingress":[{"hostname":"*.cowlab.org","service":"http://10.0.0.20"},{"service":"http_status:404","path":"^/only"}]}""")]
    public async Task Terraform2327_NoRuleThatTakesTheRest_IsGivenOneBelowAllBeforeTheWrite(string document)
    {
        await using var lab = await TargetLab.StartAsync();
        var tunnel = lab.Lab.CloudflareState.AddTunnel("fresh", Document(document), 1);

        Assert.True(Assert.Single(await lab.ApplyAsync(lab.TunnelsThrough(tunnel), _wish)).Succeeded);

        var rules = TunnelDocument.Rules(tunnel.Document);
        Assert.True(rules[^1].IsCatchAll);
        Assert.Single(rules, rule => rule.IsCatchAll);
        Assert.Contains(rules, rule => rule.Hostname == "tv.cowlab.org");
    }

    /// <summary>The list was built from the tool's own rules, and the last of those took everybody's with it.</summary>
    [Fact]
    public async Task DockFlare53_OurLastRuleGoes_EveryRuleOfOthersStaysAsItWas()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Tunnel.Put(Document("""
            {"ingress":[{"hostname":"a.cowlab.org","service":"http://10.0.0.20","originRequest":{}},{"service":"ssh://10.0.0.5:22","hostname":"git.cowlab.org"},
            {"hostname":"*.cowlab.org","service":"http://10.0.0.21","unknown":{"b":[1,2.50]}},{"service":"http_status:418"}],"originRequest":{"noTLSVerify":true}}
            """));
        var before = lab.Tunnel.Document.ToJsonString();
        await lab.ApplyAsync(lab.Tunnels, _wish, TargetLab.Wish("films.cowlab.org", Visibility.Tunnel, "ex00000002"));

        await lab.ApplyAsync(lab.Tunnels);

        Assert.Equal(before, lab.Tunnel.Document.ToJsonString());
    }

    /// <summary>Adding B removed A.</summary>
    [Fact]
    public async Task DockFlare390_AnotherIsAdded_TheFirstKeepsItsRule()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Tunnels, _wish);
        var first = RuleOf(lab, "tv.cowlab.org");

        // By a plan that was made for B alone, as a tool does that only knows what it was started for.
        var second = TargetLab.Wish("films.cowlab.org", Visibility.Tunnel, "ex00000002");
        var plan = (await lab.PlanAsync(lab.Tunnels, _wish, second)).For(second.Id);
        await lab.ApplyAsync(lab.Tunnels, plan);

        Assert.Equal(first, RuleOf(lab, "tv.cowlab.org"));
        Assert.NotNull(RuleOf(lab, "films.cowlab.org"));
        Assert.NotNull(RuleOf(lab, "jellyfin.cowlab.org"));
    }

    /// <summary>A rule could not be edited: it had to be removed and made anew, at the end of the list and with a gap in between.</summary>
    [Fact]
    public async Task DockFlare99_RuleIsEdited_ChangesInItsPlaceByOneWrite()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Tunnel.Put(Document("""{"ingress":[{"hostname":"a.cowlab.org","service":"http://a"},{"hostname":"*.cowlab.org","service":"http://b"},{"service":"http_status:404"}]}"""));
        await ApplyAsync(lab, Entry(lab, "http://10.0.0.20:8080"));
        // Somebody puts a rule of theirs below it, and a member of theirs into it.
        lab.Tunnel.Put(Document("""
            {"ingress":[{"hostname":"a.cowlab.org","service":"http://a"},{"hostname":"docs.cowlab.org","service":"http://10.0.0.20:8080","theirs":1},
            {"hostname":"z.cowlab.org","service":"http://z"},{"hostname":"*.cowlab.org","service":"http://b"},{"service":"http_status:404"}]}
            """));
        lab.Faults.Log.Clear();

        await ApplyAsync(lab, Entry(lab, "https://10.0.0.21:8443") with { OriginRequest = """{"noTLSVerify":true}""" });

        Assert.Single(lab.Faults.Log.Writes);
        Assert.Equal(["a.cowlab.org", "docs.cowlab.org", "z.cowlab.org", "*.cowlab.org", ""], TunnelDocument.Rules(lab.Tunnel.Document).Select(rule => rule.Hostname));
        Assert.Equal("""{"hostname":"docs.cowlab.org","service":"https://10.0.0.21:8443","theirs":1,"originRequest":{"noTLSVerify":true}}""", RuleOf(lab, "docs.cowlab.org"));
    }

    /// <summary>Several connectors and a service on "localhost": the request went to whichever machine answered first.</summary>
    [Theory]
    [InlineData("http://localhost:8080", 2, true)]
    [InlineData("https://127.0.0.1", 3, true)]
    [InlineData("ssh://[::1]:22", 2, true)]
    [InlineData("http://localhost:8080", 1, false)]
    [InlineData("http://10.0.0.20:8080", 2, false)]
    [InlineData("unix:/run/app.sock", 1, false)]
    public void Jikig6425_ServiceOnTheConnectorsOwnMachine_IsWarnedOfWhenThereAreSeveral(string service, int connectors, bool isWarned)
    {
        var document = new JsonObject { ["ingress"] = new JsonArray(new JsonObject { ["hostname"] = "docs.cowlab.org", ["service"] = service }, new JsonObject { ["service"] = "http_status:404" }) };
        var view = TunnelWorld.ViewOf(RandomWishes.TunnelId, document, 1, [.. Enumerable.Range(0, connectors).Select(number => new LiveConnector($"c{number}", 1))]);

        var line = RuleLine.Of(view.State.Tunnels[0], view.State, new DesiredState(), ReconcileStatus.NotStarted, DnsState.Empty)[0];

        Assert.Equal(isWarned, line.Warnings.Any(warning => warning.Contains($"Any of the {connectors} connectors", StringComparison.Ordinal)));
    }

    private static TunnelEntry Entry(TargetLab lab, string service) => new()
    {
        Id = "en00000001", TunnelId = lab.Tunnel.Id.ToString(), Name = RecordName.Parse("docs.cowlab.org"), Service = service, IsPublicWithoutLogin = true,
    };

    private static async Task ApplyAsync(TargetLab lab, TunnelEntry entry)
    {
        var state = new DesiredState { Instance = TargetLab.Instance, TunnelEntries = [entry] };
        var view = await lab.Tunnels.ObserveAsync(CancellationToken.None);
        var plan = view.Plan(new PlanRequest(state.Instance, [.. TunnelEntryCompiler.Compile(state, DockerState.Empty)], lab.Ledger, view.Facts));
        Assert.All(await lab.ApplyAsync(lab.Tunnels, plan), outcome => Assert.True(outcome.Succeeded));
    }

    private static string? RuleOf(TargetLab lab, string host) => TunnelDocument.Find(lab.Tunnel.Document, host)?.Json.ToJsonString();

    private static JsonObject Document(string json) => JsonNode.Parse(json)!.AsObject();
}
