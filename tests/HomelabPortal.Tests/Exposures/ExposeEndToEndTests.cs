using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Exposures;

/// <summary>The whole way from a wish to the lab and back: real reconciler, real targets, real HTTP.</summary>
public sealed class ExposeEndToEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Expose_ThenTunnelThenUndo_WritesFromTheInsideOutAndBack()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);
        var pristine = Snapshot(lab);

        await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish()));
        Assert.Equal(["PATCH ingressroutes"], Writes(lab));

        await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish(visibility: Visibility.Tunnel)));
        Assert.Equal(["PUT configurations", "POST batch"], Writes(lab));
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("ex00000001")!.Phase);

        await SaveAndPassAsync(life, new DesiredEdit.RemoveExposure("ex00000001"));
        Assert.Equal(["POST batch", "PUT configurations", "DELETE ingressroutes"], Writes(lab));
        Assert.Equal(pristine, Snapshot(lab));
    }

    [Fact]
    public async Task Expose_ConnectorsStayBehind_NeverPublishesTheName()
    {
        await using var lab = await TargetLab.StartAsync(connectorDelay: TimeSpan.FromHours(1));
        var time = new ManualTimeProvider();
        using var life = await BeginAsync(lab, _folder, time: time);
        await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish(visibility: Visibility.Tunnel)));

        var pass = life.PassAsync();
        while (!pass.IsCompleted)
        {
            if (time.WaitingTimers > 0)
                time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.False(await pass);
        Assert.Equal(["PATCH ingressroutes", "PUT configurations"], Writes(lab));
        Assert.Empty(lab.RecordsAt("tv.cowlab.org"));
    }

    [Fact]
    public async Task Expose_CloudflareIsDown_StillMakesTheRoute()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare }, new FaultEffect.Status(503));
        using var life = await BeginAsync(lab, _folder);

        await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish(visibility: Visibility.Tunnel)));

        Assert.Equal(["PATCH ingressroutes"], Writes(lab));
        Assert.Equal(OwnerPhase.Unknown, life.Now.Of("ex00000001")!.Phase);
    }

    [Fact]
    public async Task Expose_RouteIsRefused_PublishesNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        using var life = await BeginAsync(lab, _folder);

        await SaveAndPassAsync(life, new DesiredEdit.PutExposure(TargetLab.Wish("sonarr.cowlab.org", Visibility.Tunnel)));

        Assert.Empty(Writes(lab));
        Assert.Equal(OwnerPhase.Refused, life.Now.Of("ex00000001")!.Phase);
    }

    [Fact]
    public async Task Apply_KilledAtEveryStep_ConvergesAndLeavesNothingBehind()
    {
        var step = 1;
        // Two worlds at a time, each with a lab and a database of its own.
        while ((await Task.WhenAll(Task.Run(() => DiesAtAsync(step)), Task.Run(() => DiesAtAsync(step + 1)))).All(died => died))
            step += 2;

        Assert.True(step > 25, $"Only {step} steps were met; the test no longer reaches into the apply.");
    }

    private async Task<bool> DiesAtAsync(int step)
    {
        await using var lab = await TargetLab.StartAsync();
        var pristine = Snapshot(lab);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{step}")).FullName;
        using (var life = await BeginAsync(lab, folder))
        {
            await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish("stays.cowlab.org", id: "ex0stays00")));
            await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish("goes.cowlab.org", Visibility.Tunnel, "ex0goes000")));
            Assert.True(await life.PassAsync());
            await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish("stays.cowlab.org", Visibility.Tunnel, "ex0stays00")));
            await life.SaveAsync(new DesiredEdit.RemoveExposure("ex0goes000"));
            await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish("new.cowlab.org", Visibility.Tunnel, "ex0new0000") with { Backend = new AddressBackend("10.0.0.175", 443, "https") }));
        }

        var crash = new CrashPoint(step);
        try
        {
            using var life = await BeginAsync(lab, folder, crash);
            await life.PassAsync();
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        using var next = await BeginAsync(lab, folder);
        await next.PassAsync();
        Assert.All(next.Now.Owners.Values, owner => Assert.Equal(OwnerPhase.InPlace, owner.Phase));
        Assert.True(await next.PassAsync(), $"After dying at step {step}, work was left.");
        Assert.Equal(["new.cowlab.org", "stays.cowlab.org"], lab.Zone.Records
            .Where(record => DnsMark.Read((string?)record["comment"]) is not null)
            .Select(record => (string)record["name"]!)
            .Order(StringComparer.Ordinal));
        await SaveAndPassAsync(next, new DesiredEdit.RemoveExposure("ex0stays00"));
        await SaveAndPassAsync(next, new DesiredEdit.RemoveExposure("ex0new0000"));
        Assert.Equal(pristine, Snapshot(lab));
        return crash.HasDied;
    }

    private static async Task SaveAndPassAsync(PortalLife life, DesiredEdit edit)
    {
        await life.SaveAsync(edit);
        await life.PassAsync();
    }

    private static Task<PortalLife> BeginAsync(TargetLab lab, string folder, CrashPoint? crash = null, TimeProvider? time = null)
    {
        ITarget[] targets = [lab.Ingress, lab.Tunnels, lab.Dns];
        return PortalLife.BeginAsync(
            folder, crash is null ? targets : targets.Select(target => new CrashingTarget(target, crash)),
            [new ExposureCompiler(Options.Create(new IngressOptions()), Options.Create(new TunnelOptions()), new Live<DockerState>(DockerState.Empty, TimeProvider.System), TimeProvider.System)],
            time: time, interceptors: crash is null ? [] : [crash]);
    }

    /// <summary>The writes since the last look, by method and what they are about.</summary>
    private static List<string> Writes(TargetLab lab)
    {
        var writes = lab.Faults.Log.Writes.Select(write => $"{write.Method} {AboutOf(write.PathAndQuery)}").ToList();
        lab.Faults.Log.Clear();
        return writes;
    }

    private static string AboutOf(string path) =>
        new[] { "ingressroutes", "endpointslices", "services", "configurations", "batch" }.First(about => path.Contains(about, StringComparison.Ordinal));

    private static string Snapshot(TargetLab lab) => string.Join('\n',
        lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes")
            .Concat(lab.Lab.KubernetesStore.List("", "services"))
            .Concat(lab.Lab.KubernetesStore.List("discovery.k8s.io", "endpointslices"))
            .Concat(lab.Zone.Records)
            .Append(lab.Tunnel.Document)
            .Select(item => item.ToJsonString()));
}
