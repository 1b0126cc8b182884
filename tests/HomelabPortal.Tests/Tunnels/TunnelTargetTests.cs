using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Tunnels;

public sealed class TunnelTargetTests
{
    private static readonly Exposure _wish = TargetLab.Wish(visibility: Visibility.Tunnel);
    private static readonly FaultMatch _put = new() { System = SimulatedSystem.Cloudflare, Verb = "PUT", PathContains = "/configurations" };
    private static readonly FaultMatch _get = new() { System = SimulatedSystem.Cloudflare, Verb = "GET", PathContains = "/configurations" };

    [Fact]
    public async Task Observe_OnlyTunnel_IsTheOne()
    {
        await using var lab = await TargetLab.StartAsync();

        Assert.Equal(lab.Tunnel.Id.ToString(), (await lab.Tunnels.ObserveAsync(CancellationToken.None)).Facts.TunnelId);
    }

    [Fact]
    public async Task Apply_NewExposure_AddsItsRuleAndKeepsAllElseAsItWas()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Tunnel.Put(Document("""
            {"ingress":[{"hostname":"docs.cowlab.org","service":"http://10.0.0.20:8080","originRequest":{"noTLSVerify":true},"later":{"b":[1,2.50]}},
            {"hostname":"*.cowlab.org","service":"http://10.0.0.21"},{"service":"http_status:404"}],"originRequest":{"connectTimeout":7},"another":"x"}
            """));
        var (before, version) = (lab.Tunnel.Document, lab.Tunnel.Version);

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Tunnels, _wish));

        Assert.True(outcome.Succeeded);
        Assert.Equal(version + 1, lab.Tunnel.Version);
        var after = lab.Tunnel.Document.DeepClone().AsObject();
        var rules = after["ingress"]!.AsArray();
        Assert.Equal("tv.cowlab.org", (string?)rules[1]!["hostname"]);
        rules.RemoveAt(1);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.True((await lab.PlanAsync(lab.Tunnels, _wish)).IsEmpty);
    }

    [Fact]
    public async Task Apply_RemovedExposure_PutsTheDocumentBackAsItWas()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = lab.Tunnel.Document.ToJsonString();
        await lab.ApplyAsync(lab.Tunnels, _wish);

        Assert.True(Assert.Single(await lab.ApplyAsync(lab.Tunnels)).Succeeded);

        Assert.Equal(before, lab.Tunnel.Document.ToJsonString());
        Assert.Empty(lab.Ledger.Entries);
    }

    [Fact]
    public async Task Apply_SeveralExposures_IsOneWrite()
    {
        await using var lab = await TargetLab.StartAsync();

        var outcomes = await lab.ApplyAsync(lab.Tunnels, _wish, TargetLab.Wish("films.cowlab.org", Visibility.Tunnel, "ex00000002"));

        Assert.Equal(2, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Single(lab.Faults.Log.Writes);
    }

    [Fact]
    public async Task Plan_ConnectorsNotThereYet_Waits()
    {
        await using var lab = await TargetLab.StartAsync(connectorDelay: TimeSpan.FromHours(1));
        await lab.ApplyAsync(lab.Tunnels, _wish);

        var waiting = Assert.Single((await lab.PlanAsync(lab.Tunnels, _wish)).Waiting);

        Assert.Contains("version 7", waiting.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_DeadConnectorIsBehind_IsNotWaitedFor()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Tunnel.Connectors[1] = lab.Tunnel.Connectors[1] with { IsPendingReconnect = true, ConfigurationDelay = TimeSpan.FromHours(1) };
        await lab.ApplyAsync(lab.Tunnels, _wish);

        Assert.True((await lab.PlanAsync(lab.Tunnels, _wish)).IsEmpty);
    }

    [Fact]
    public async Task Plan_NoConnector_WaitsAndSaysWhatToStart()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Tunnel.Connectors.Clear();
        await lab.ApplyAsync(lab.Tunnels, _wish);

        Assert.Contains("Start cloudflared", Assert.Single((await lab.PlanAsync(lab.Tunnels, _wish)).Waiting).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_DocumentMovedUnderUs_KeepsTheOthersRule()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Tunnels, _wish);
        // Answers from before the other's write once, so that the second reading finds a newer version.
        lab.Faults.Add(_get, new FaultEffect.StaleRead(), times: 2);
        await lab.Tunnels.ObserveAsync(CancellationToken.None);
        lab.Tunnel.Put(Document("""{"ingress":[{"hostname":"other.cowlab.org","service":"http://10.0.0.9"},{"service":"http_status:404"}]}"""));

        Assert.True(Assert.Single(await lab.ApplyAsync(lab.Tunnels, plan)).Succeeded);

        Assert.Equal(["other.cowlab.org", "tv.cowlab.org", ""], TunnelDocument.Rules(lab.Tunnel.Document).Select(rule => rule.Hostname));
    }

    [Fact]
    public async Task Apply_LostAnswer_FindsThatItWasDone()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_put, new FaultEffect.LostResponse(), times: 1);

        Assert.True(Assert.Single(await lab.ApplyAsync(lab.Tunnels, _wish)).Succeeded);
        Assert.Single(lab.Faults.Log.Writes);
    }

    [Fact]
    public async Task Apply_LostAnswerAndBlind_IsUncertainUntilReadBack()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Tunnels, _wish);

        var outcome = Assert.Single(await lab.LoseAndBlindAsync(_put, () => lab.ApplyAsync(lab.Tunnels, plan)));
        lab.Faults.Clear();
        var readBack = await lab.Tunnels.ReadBackAsync(plan.Changes.Single(), CancellationToken.None);

        Assert.True(outcome.IsUncertain);
        Assert.Equal(lab.Tunnel.Id.ToString(), readBack.Entry?.RemoteId);
    }

    [Fact]
    public async Task Apply_TooManyRequests_WaitsAsLongAsCloudflareSays()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_put, new FaultEffect.Status(429, TimeSpan.FromSeconds(17)));

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Tunnels, _wish));

        Assert.Equal(FaultKind.Wait, outcome.Fault?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(17), outcome.Fault?.RetryAfter);
    }

    [Fact]
    public async Task Plan_ForeignRuleOfTheHostname_IsRefused()
    {
        await using var lab = await TargetLab.StartAsync();

        var plan = await lab.PlanAsync(lab.Tunnels, TargetLab.Wish("jellyfin.cowlab.org", Visibility.Tunnel));

        Assert.Empty(plan.Changes);
        Assert.Contains("the portal did not make", Assert.Single(plan.Refusals).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_TwoTunnels_AsksWhichOne()
    {
        await using var lab = await TargetLab.StartAsync(tunnels: new TunnelOptions());
        lab.Lab.CloudflareState.AddTunnel("spare", Document("""{"ingress":[{"service":"http_status:404"}]}"""), 1);

        Assert.Contains("Set Tunnels:Id", Assert.Single((await lab.PlanAsync(lab.Tunnels, _wish)).Refusals).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observe_ConfigurationUnreadable_SeesNothingRatherThanLess()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_get, new FaultEffect.TruncatedBody());

        await Assert.ThrowsAsync<TargetException>(() => lab.Tunnels.ObserveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Observe_EveryVersion_IsKeptOnceAndTheLastFifty()
    {
        await using var lab = await TargetLab.StartAsync();
        for (var i = 0; i < 52; i++)
        {
            await lab.Tunnels.ObserveAsync(CancellationToken.None);
            await lab.Tunnels.ObserveAsync(CancellationToken.None);
            lab.Tunnel.Put(lab.Tunnel.Document);
        }

        await using var context = lab.Database.CreateDbContext();
        // The account's other tunnel is remembered too, in its one version.
        var id = lab.Tunnel.Id.ToString();
        var versions = await context.TunnelDocuments.Where(row => row.TunnelId == id).Select(row => row.Version).OrderBy(version => version).ToListAsync();
        Assert.Equal(Enumerable.Range(9, 50), versions);
    }

    private static JsonObject Document(string json) => JsonNode.Parse(json)!.AsObject();
}
