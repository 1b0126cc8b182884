using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Logins;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Logins;

/// <summary>Names behind a login, from the wish to the lab and back: real reconciler, real targets, real HTTP.</summary>
public sealed class LoginEndToEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Expose_BehindALogin_SetsItUpBeforeTheNameIsPublicAndTakesItAwayAfter()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        await life.SaveAsync(new DesiredEdit.PutLoginPolicy(TargetLab.Household));
        await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Guarded() with { OpenPaths = ["/api"] }));

        await SettleAsync(life);

        Assert.Equal("", string.Join("\n", life.Now.Owners.Values.SelectMany(owner => owner.Steps).Where(step => step.Phase != OwnerPhase.InPlace).Select(step => $"{step.Key} {step.Phase} {step.Text}")));
        Assert.Equal(["PATCH ingressroutes", "POST policies", "POST policies", "POST tags", "POST apps", "POST apps", "PUT configurations", "POST batch"], Writes(lab));
        await AssertGuardedAsync(lab);
        Assert.True((bool?)RuleOf(lab, "tv.cowlab.org")!["originRequest"]!["access"]!["required"]);
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("ex00000001")!.Phase);

        await life.SaveAsync(new DesiredEdit.RemoveExposure("ex00000001"));
        await SettleAsync(life);
        Assert.Equal(["POST batch", "PUT configurations", "DELETE apps", "DELETE apps", "DELETE policies", "DELETE ingressroutes"], Writes(lab));

        await life.SaveAsync(new DesiredEdit.RemoveLoginPolicy(TargetLab.Household.Id));
        await SettleAsync(life);
        Assert.Equal(["DELETE policies"], Writes(lab));
    }

    [Fact]
    public async Task Expose_AccessCannotBeWritten_PublishesNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/access/" }, new FaultEffect.Status(500));
        using var life = await BeginAsync(lab, _folder);

        await ExposeAsync(life);

        Assert.Null(RuleOf(lab, "tv.cowlab.org"));
        Assert.Empty(lab.RecordsAt("tv.cowlab.org"));
    }

    [Fact]
    public async Task Expose_AccessCannotBeSeen_PublishesNothingAndTakesNothingAway()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        await ExposeAsync(life);
        var (rule, records) = (RuleOf(lab, "tv.cowlab.org")!.ToJsonString(), lab.RecordsAt("tv.cowlab.org").Count);
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, PathContains = "/access/" }, new FaultEffect.Status(503));
        await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Guarded("new.cowlab.org", "ex00000002")));

        await life.PassAsync();

        Assert.Null(RuleOf(lab, "new.cowlab.org"));
        Assert.Empty(lab.RecordsAt("new.cowlab.org"));
        Assert.Equal(rule, RuleOf(lab, "tv.cowlab.org")!.ToJsonString());
        Assert.Equal(records, lab.RecordsAt("tv.cowlab.org").Count);
    }

    [Fact]
    public async Task Expose_NoOrganisation_SaysHowToSetItUp()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Access.Organization = null;
        using var life = await BeginAsync(lab, _folder);

        await ExposeAsync(life);

        Assert.Contains("no Zero Trust organisation", life.Now.Of("ex00000001")!.Explanation, StringComparison.Ordinal);
        Assert.Empty(lab.RecordsAt("tv.cowlab.org"));
    }

    [Fact]
    public async Task Expose_AnswersToCreatesAreLost_MakesNothingTwice()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/access/" }, new FaultEffect.LostResponse());
        using var life = await BeginAsync(lab, _folder);

        await ExposeAsync(life);

        Assert.Single(lab.Access.StoredApplications, application => LoginMark.Read((string?)application["name"]) is not null);
        Assert.Single(lab.Access.StoredPolicies, policy => LoginMark.Read((string?)policy["name"]) is not null);
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("ex00000001")!.Phase);
    }

    [Fact]
    public async Task Reconcile_LoginDeletedByHandUnderUpsert_IsUnguardedAndTheConnectorStillAsks()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder, policy: ChangePolicy.Upsert);
        await ExposeAsync(life);
        await DeleteAsync(lab, (string)ApplicationAt(lab, "tv.cowlab.org")["id"]!);

        await life.PassAsync();

        Assert.Equal(OwnerPhase.Unguarded, life.Now.Of("ex00000001")!.Phase);
        Assert.NotNull(RuleOf(lab, "tv.cowlab.org")!["originRequest"]!["access"]);
    }

    [Theory]
    [InlineData(ChangePolicy.Upsert)]
    [InlineData(ChangePolicy.Sync)]
    public async Task Reconcile_TimeIsOver_TakesAllOfItBackExactlyThen(ChangePolicy policy)
    {
        await using var lab = await TargetLab.StartAsync();
        var time = new ManualTimeProvider(GoldenCase.Now);
        var pristine = Snapshot(lab);
        using (var life = await BeginAsync(lab, _folder, policy: policy, time: time))
        {
            await ExposeAsync(life, TargetLab.Guarded() with { ExpiresAt = GoldenCase.Now.AddHours(2) });
            time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));
            await life.PassAsync();
            Assert.Single(lab.RecordsAt("tv.cowlab.org"));
        }

        time.Advance(TimeSpan.FromTicks(1));
        using var next = await BeginAsync(lab, _folder, policy: policy, time: time);
        await SettleAsync(next);

        Assert.Equal(pristine, Snapshot(lab));
        Assert.DoesNotContain(lab.Access.StoredApplications, application => LoginMark.Read((string?)application["name"]) is not null);
        Assert.NotNull(next.Store.Current.FindExposure("ex00000001"));
    }

    [Theory]
    [InlineData(ChangePolicy.Observe)]
    [InlineData(ChangePolicy.Upsert)]
    [InlineData(ChangePolicy.Sync)]
    public async Task Close_UnderEveryPolicy_TakesNamesOffAndOpeningRestoresThemExactly(ChangePolicy policy)
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        await ExposeAsync(life);
        await ExposeAsync(life, TargetLab.Wish("open.cowlab.org", Visibility.Tunnel, "ex00000002"));
        var (open, foreign) = (Public(lab), lab.ForeignRecords());
        Writes(lab);
        await life.SaveAsync(new DesiredEdit.SetPolicy(policy));

        await life.SaveAsync(new DesiredEdit.SetTunnelsClosed(true));
        await SettleAsync(life);

        Assert.Equal(["POST batch", "PUT configurations"], Writes(lab));
        Assert.Empty(lab.RecordsAt("tv.cowlab.org"));
        Assert.Null(RuleOf(lab, "tv.cowlab.org"));
        Assert.Null(RuleOf(lab, "open.cowlab.org"));
        Assert.NotNull(ApplicationAt(lab, "tv.cowlab.org"));
        Assert.Equal(foreign, lab.ForeignRecords());

        await life.SaveAsync(new DesiredEdit.SetPolicy(ChangePolicy.Sync));
        await life.SaveAsync(new DesiredEdit.SetTunnelsClosed(false));
        await SettleAsync(life);

        Assert.Equal(open, Public(lab));
    }

    [Fact]
    public async Task Close_DnsCannotBeSeen_TakesTheRulesOffAtOnceAndTheRecordsLater()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        await ExposeAsync(life);
        await ExposeAsync(life, TargetLab.Wish("open.cowlab.org", Visibility.Tunnel, "ex00000002"));
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "GET", PathContains = "/dns_records" }, new FaultEffect.Status(503));

        await life.SaveAsync(new DesiredEdit.SetTunnelsClosed(true));
        await life.PassAsync();

        Assert.Null(RuleOf(lab, "tv.cowlab.org"));
        Assert.Null(RuleOf(lab, "open.cowlab.org"));
        Assert.NotNull(ApplicationAt(lab, "tv.cowlab.org"));
        Assert.Single(lab.RecordsAt("tv.cowlab.org"));

        lab.Faults.Clear();
        await SettleAsync(life);
        Assert.Empty(lab.RecordsAt("tv.cowlab.org"));
        Assert.Empty(lab.RecordsAt("open.cowlab.org"));
    }

    [Fact]
    public async Task Close_DnsAndLoginsCannotBeSeen_LeavesTheRulesThatGoOnAsking()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        await ExposeAsync(life);
        foreach (var path in new[] { "/dns_records", "/access/" })
            lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "GET", PathContains = path }, new FaultEffect.Status(503));

        await life.SaveAsync(new DesiredEdit.SetTunnelsClosed(true));
        await life.PassAsync();

        Assert.NotNull(RuleOf(lab, "tv.cowlab.org")?["originRequest"]?["access"]);
    }

    [Fact]
    public async Task Apply_KilledAtEveryStepOfALogin_ConvergesAndIsNeverPublicBefore()
    {
        var step = 1;
        while (await DiesAtAsync(step, Expose))
            step++;

        Assert.True(step > 20, $"Only {step} steps were met; the test no longer reaches into the apply.");
    }

    [Fact]
    public async Task Close_KilledAtEveryStep_IsClosedInTheEnd()
    {
        var step = 1;
        while (await DiesAtAsync(step, Close))
            step++;

        Assert.True(step > 8, $"Only {step} steps were met; the test no longer reaches into the apply.");
    }

    private static readonly Journey Expose = new(
        life => life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Guarded("new.cowlab.org", "ex00000002") with { OpenPaths = ["/api"] })),
        lab => Assert.NotNull(RuleOf(lab, "new.cowlab.org")?["originRequest"]?["access"]));

    private static readonly Journey Close = new(
        life => life.SaveAsync(new DesiredEdit.SetTunnelsClosed(true)),
        lab => Assert.Null(RuleOf(lab, "tv.cowlab.org")));

    private sealed record Journey(Func<PortalLife, Task> Edit, Action<TargetLab> Check);

    private async Task<bool> DiesAtAsync(int step, Journey journey)
    {
        await using var lab = await TargetLab.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{step}")).FullName;
        using (var life = await BeginAsync(lab, folder))
        {
            await ExposeAsync(life);
            await journey.Edit(life);
        }

        var crash = new CrashPoint(step);
        try
        {
            using var life = await BeginAsync(lab, folder, crash);
            await life.PassAsync();
            await life.PassAsync();
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        await AssertGuardedAsync(lab);
        using var next = await BeginAsync(lab, folder);
        await SettleAsync(next);
        await AssertGuardedAsync(lab);
        journey.Check(lab);
        Assert.All(next.Now.Owners.Values, owner => Assert.Equal(OwnerPhase.InPlace, owner.Phase));
        var marks = lab.Access.StoredApplications.Select(application => (string?)application["name"]).ToList();
        Assert.Equal(marks.Count, marks.Distinct().Count());
        return crash.HasDied;
    }

    /// <summary>Whatever of ours is public has its application, and the connector asks for it.</summary>
    private static async Task AssertGuardedAsync(TargetLab lab)
    {
        var seen = ((LoginView)await lab.Logins.ObserveAsync(CancellationToken.None)).State;
        foreach (var host in new[] { "tv.cowlab.org", "new.cowlab.org" }.Where(host => lab.RecordsAt(host).Count > 0 && RuleOf(lab, host) is not null))
        {
            Assert.NotNull(seen.FindApplicationOf(host)?.Audience);
            Assert.Equal(seen.FindApplicationOf(host)?.Audience, (string?)RuleOf(lab, host)?["originRequest"]?["access"]?["audTag"]?[0]);
        }
    }

    private static async Task ExposeAsync(PortalLife life, Exposure? exposure = null)
    {
        await life.SaveAsync(new DesiredEdit.PutLoginPolicy(TargetLab.Household));
        await life.SaveAsync(new DesiredEdit.PutExposure(exposure ?? TargetLab.Guarded()));
        await SettleAsync(life);
    }

    /// <summary>The rule is planned only once its login has an audience, so a guarded name takes two passes.</summary>
    private static async Task SettleAsync(PortalLife life)
    {
        for (var pass = 0; pass < 4 && !await life.PassAsync(); pass++)
        {
        }
    }

    private static Task<PortalLife> BeginAsync(
        TargetLab lab, string folder, CrashPoint? crash = null, ChangePolicy policy = ChangePolicy.Sync, TimeProvider? time = null)
    {
        ITarget[] targets = [lab.Ingress, lab.Logins, lab.Tunnels, lab.Dns];
        var clock = time ?? TimeProvider.System;
        return PortalLife.BeginAsync(
            folder, crash is null ? targets : targets.Select(target => new CrashingTarget(target, crash)),
            [new ExposureCompiler(Options.Create(new IngressOptions()), Options.Create(new TunnelOptions()), new Live<DockerState>(DockerState.Empty, clock), clock), new LoginCompiler(clock)],
            policy, time, interceptors: crash is null ? [] : [crash]);
    }

    private static JsonObject ApplicationAt(TargetLab lab, string place) =>
        Assert.Single(lab.Access.StoredApplications, application => (string?)application["domain"] == place);

    private static JsonObject? RuleOf(TargetLab lab, string host) =>
        lab.Tunnel.Document["ingress"]!.AsArray().OfType<JsonObject>().SingleOrDefault(rule => (string?)rule["hostname"] == host);

    private static async Task DeleteAsync(TargetLab lab, string id)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", lab.Lab.Cloudflare.Token);
        var account = lab.Lab.CloudflareState.AccountId;
        (await client.DeleteAsync(new Uri(lab.Lab.Cloudflare.BaseAddress, $"accounts/{account}/access/apps/{id}"))).EnsureSuccessStatusCode();
    }

    /// <summary>What of ours is public: the rules, and the records without what Cloudflare sets at each write.</summary>
    private static string Public(TargetLab lab) => string.Join('\n',
        lab.Tunnel.Document["ingress"]!.AsArray().Select(rule => rule!.ToJsonString()).Order(StringComparer.Ordinal)
            .Concat(lab.Zone.Records.Where(record => DnsMark.Read((string?)record["comment"]) is not null)
                .Select(record => $"{record["type"]} {record["name"]} {record["content"]} {record["proxied"]} {record["comment"]}").Order(StringComparer.Ordinal)));

    private static string Snapshot(TargetLab lab) => string.Join('\n',
        lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes").Concat(lab.Zone.Records).Append(lab.Tunnel.Document).Select(item => item.ToJsonString()));

    private static List<string> Writes(TargetLab lab)
    {
        var writes = lab.Faults.Log.Writes.Select(write => $"{write.Method} {AboutOf(write.PathAndQuery)}").ToList();
        lab.Faults.Log.Clear();
        return writes;
    }

    private static string AboutOf(string path) =>
        new[] { "ingressroutes", "configurations", "batch", "policies", "apps", "tags" }.First(about => path.Contains(about, StringComparison.Ordinal));
}
