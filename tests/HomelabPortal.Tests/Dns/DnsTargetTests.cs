using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

public sealed class DnsTargetTests
{
    private const string Tv = "tv.cowlab.org";
    private static readonly FaultMatch _batch = new() { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/dns_records/batch" };

    [Fact]
    public async Task Apply_TunnelledExposure_CreatesAMarkedRecordAndNothingElseChanges()
    {
        await using var lab = await TargetLab.StartAsync();
        var foreign = lab.ForeignRecords();

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.True(outcome.Succeeded);
        var record = Assert.Single(lab.RecordsAt(Tv));
        Assert.Equal("hlp1:inst0001:ex00000001", (string?)record["comment"]);
        Assert.Equal($"{lab.Tunnel.Id}.cfargotunnel.com", (string?)record["content"]);
        Assert.True((bool)record["proxied"]!);
        Assert.Equal((string?)record["id"], lab.Ledger.Entries.Values.Single().RemoteId);
        Assert.Equal(foreign, lab.ForeignRecords());
        Assert.True((await lab.PlanAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel))).IsEmpty);
    }

    [Fact]
    public async Task Apply_LanUnderTheWildcard_WritesNothing()
    {
        await using var lab = await TargetLab.StartAsync();

        Assert.True((await lab.PlanAsync(lab.Dns, TargetLab.Wish())).IsEmpty);
    }

    [Fact]
    public async Task Apply_AddressToTunnel_SwapsInOneTransaction()
    {
        await using var lab = await TargetLab.StartAsync();
        WithoutWildcard(lab);
        await lab.ApplyAsync(lab.Dns, TargetLab.Wish());
        Assert.Equal("A", (string?)Assert.Single(lab.RecordsAt(Tv))["type"]);
        lab.Faults.Log.Clear();

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.True(outcome.Succeeded);
        Assert.Equal("CNAME", (string?)Assert.Single(lab.RecordsAt(Tv))["type"]);
        Assert.Single(lab.Faults.Log.Writes);
        Assert.True((await lab.PlanAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel))).IsEmpty);
    }

    [Fact]
    public async Task Apply_EditedByHand_IsPatchedBackInPlace()
    {
        await using var lab = await TargetLab.StartAsync();
        WithoutWildcard(lab);
        await lab.ApplyAsync(lab.Dns, TargetLab.Wish());
        var id = (string)Assert.Single(lab.RecordsAt(Tv))["id"]!;
        await EditAsync(lab, id, """{"ttl":600,"content":"10.0.0.7"}""");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish()));

        Assert.True(outcome.Succeeded);
        Assert.Equal(id, (string?)Assert.Single(lab.RecordsAt(Tv))["id"]);
        Assert.Equal("10.0.0.99", (string?)Assert.Single(lab.RecordsAt(Tv))["content"]);
        Assert.True((await lab.PlanAsync(lab.Dns, TargetLab.Wish())).IsEmpty);
    }

    [Fact]
    public async Task Apply_EditedSinceThePlan_WritesNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));
        var plan = await lab.PlanAsync(lab.Dns);
        await EditAsync(lab, (string)lab.RecordsAt(Tv).Single()["id"]!, """{"content":"elsewhere.example.org"}""");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, plan));

        Assert.Equal(FaultKind.Retry, outcome.Fault?.Kind);
        Assert.Equal("elsewhere.example.org", (string?)Assert.Single(lab.RecordsAt(Tv))["content"]);
    }

    [Fact]
    public async Task Apply_RemovedExposure_DeletesOnlyItsRecord()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));
        var foreign = lab.ForeignRecords();

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns));

        Assert.True(outcome.Succeeded);
        Assert.Empty(lab.RecordsAt(Tv));
        Assert.Empty(lab.Ledger.Entries);
        Assert.Equal(foreign, lab.ForeignRecords());
    }

    [Fact]
    public async Task Apply_GoneSinceThePlan_CountsAsDeleted()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));
        var plan = await lab.PlanAsync(lab.Dns);
        lab.Zone.Delete((string)lab.RecordsAt(Tv).Single()["id"]!);
        lab.Faults.Log.Clear();

        Assert.True(Assert.Single(await lab.ApplyAsync(lab.Dns, plan)).Succeeded);
        Assert.Empty(lab.Faults.Log.Writes);
    }

    [Fact]
    public async Task Apply_LostAnswerOnCreate_FindsItByNameAndCommentAndMakesNoSecond()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_batch, new FaultEffect.LostResponse(), times: 1);

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.True(outcome.Succeeded);
        Assert.Equal((string?)Assert.Single(lab.RecordsAt(Tv))["id"], outcome.Entry?.RemoteId);
    }

    [Fact]
    public async Task Apply_LostAnswerAndBlind_IsUncertainUntilReadBack()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));

        var outcome = Assert.Single(await lab.LoseAndBlindAsync(_batch, () => lab.ApplyAsync(lab.Dns, plan)));
        lab.Faults.Clear();
        var readBack = await lab.Dns.ReadBackAsync(plan.Changes.Single(), CancellationToken.None);

        Assert.True(outcome.IsUncertain);
        Assert.Equal((string?)Assert.Single(lab.RecordsAt(Tv))["id"], readBack.Entry?.RemoteId);
    }

    [Fact]
    public async Task ReadBack_NothingWasWritten_SaysSo()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));

        Assert.False((await lab.Dns.ReadBackAsync(plan.Changes.Single(), CancellationToken.None)).HasTakenEffect);
    }

    [Fact]
    public async Task Apply_TooManyRequests_WaitsAsLongAsCloudflareSays()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_batch, new FaultEffect.Status(429, TimeSpan.FromSeconds(17)));

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.Equal(FaultKind.Wait, outcome.Fault?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(17), outcome.Fault?.RetryAfter);
        Assert.Empty(lab.RecordsAt(Tv));
    }

    [Fact]
    public async Task Apply_NameTakenSinceThePlan_FailsAloneAndTheOthersGoThrough()
    {
        await using var lab = await TargetLab.StartAsync();
        var good = TargetLab.Wish("films.cowlab.org", Visibility.Tunnel, "ex00000002");
        var plan = await lab.PlanAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel), good);
        lab.Zone.Create(new JsonObject { ["type"] = "A", ["name"] = Tv, ["content"] = "10.0.0.7", ["ttl"] = 1 });

        var outcomes = await lab.ApplyAsync(lab.Dns, plan);

        var failed = Assert.Single(outcomes, outcome => !outcome.Succeeded);
        Assert.Equal("ex00000001", failed.Change.OwnerId);
        Assert.Equal(FaultKind.NeedsPerson, failed.Fault?.Kind);
        Assert.False(failed.IsUncertain);
        Assert.Single(lab.RecordsAt("films.cowlab.org"));
        Assert.Equal("10.0.0.7", (string?)Assert.Single(lab.RecordsAt(Tv))["content"]);
    }

    [Fact]
    public async Task Apply_TokenWithoutDnsEdit_NeedsAPersonAndNamesThePermission()
    {
        await using var lab = await TargetLab.StartAsync();
        var token = lab.Lab.CloudflareState.Tokens[0];
        lab.Lab.CloudflareState.Tokens[0] = token with { Scopes = CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead };

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.Equal(FaultKind.NeedsPerson, outcome.Fault?.Kind);
        Assert.Contains("DNS", outcome.Fault!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zones?")]
    [InlineData("/dns_records?")]
    public async Task Observe_PartOfAListMissing_SeesNothingRatherThanLess(string path)
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, PathContains = path }, new FaultEffect.MissingItems());

        await Assert.ThrowsAsync<TargetException>(() => lab.Dns.ObserveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Apply_StaleLook_DoesNotForgetWhatIsThere()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.Dns.ObserveAsync(CancellationToken.None);
        var stale = lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, PathContains = "/dns_records?" }, new FaultEffect.StaleRead());
        await lab.Dns.ObserveAsync(CancellationToken.None);
        var made = await lab.ApplyAsync(lab.Dns, TargetLab.Wish(visibility: Visibility.Tunnel));
        var plan = await lab.PlanAsync(lab.Dns);
        lab.Faults.Remove(stale);

        await lab.ApplyAsync(lab.Dns, plan);

        Assert.True(made.Single().Succeeded);
        Assert.Equal(ChangeKind.Release, plan.Changes.Single().Kind);
        Assert.Single(lab.Ledger.Entries);
    }

    private static void WithoutWildcard(TargetLab lab) =>
        lab.Zone.Delete((string)lab.RecordsAt("*.cowlab.org").Single()["id"]!);

    /// <summary>As somebody does it in the dashboard.</summary>
    private static async Task EditAsync(TargetLab lab, string id, string patch)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Lab.Cloudflare.Token);
        using var content = new StringContent(patch, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PatchAsync(new Uri(lab.Lab.Cloudflare.BaseAddress, $"zones/{lab.Zone.Id}/dns_records/{id}"), content);
        answer.EnsureSuccessStatusCode();
    }
}
