using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>The portal starts with another tunnel than before: names move there, and nothing is left behind that leads nowhere.</summary>
public sealed class MovedTunnelTests : IDisposable
{
    private const string Host = "tv.cowlab.org";
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_WithAnotherTunnel_MovesTheNameBeforeItTakesTheOldRule()
    {
        await using var lab = await TargetLab.StartAsync();
        var (old, chosen) = (lab.Tunnel, lab.Lab.CloudflareState.Tunnels[1]);
        var pristine = old.Document.ToJsonString();
        await ExposeAsync(lab);

        using var life = await BeginAsync(lab, lab.TunnelsThrough(chosen));
        await SettleAsync(life);

        Assert.Equal([$"PUT {chosen.Id}", "POST batch", $"PUT {old.Id}"], Writes(lab));
        Assert.NotNull(TunnelDocument.Find(chosen.Document, Host));
        Assert.Equal(pristine, old.Document.ToJsonString());
        Assert.Equal($"{chosen.Id}.cfargotunnel.com", (string?)Assert.Single(lab.RecordsAt(Host))["content"]);
        Assert.All(life.Now.Owners.Values, owner => Assert.Equal(OwnerPhase.InPlace, owner.Phase));
    }

    [Fact]
    public async Task Start_WithAnotherTunnelAndTheRecordCannotBeMoved_TheOldRuleGoesOnServingAndSaysSo()
    {
        await using var lab = await TargetLab.StartAsync();
        await ExposeAsync(lab);
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/dns_records/batch" }, new FaultEffect.Status(500));

        using var life = await BeginAsync(lab, lab.TunnelsThrough(lab.Lab.CloudflareState.Tunnels[1]));
        await life.PassAsync();
        await life.PassAsync();

        Assert.NotNull(TunnelDocument.Find(lab.Tunnel.Document, Host));
        Assert.Contains(life.Now.Of("ex00000001")!.Steps, step => step.Text.Contains("stays in the tunnel homelab until the name leads to workshop", StringComparison.Ordinal));

        lab.Faults.Clear();
        await SettleAsync(life);
        Assert.Null(TunnelDocument.Find(lab.Tunnel.Document, Host));
    }

    [Fact]
    public async Task Start_WithTheFirstTunnelAgainBeforeAllIsMoved_KeepsItsRule()
    {
        await using var lab = await TargetLab.StartAsync();
        await ExposeAsync(lab);
        var rule = TunnelDocument.Find(lab.Tunnel.Document, Host)!.Value.Json.ToJsonString();
        lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = "POST", PathContains = "/dns_records/batch" }, new FaultEffect.Status(500));
        var other = lab.Lab.CloudflareState.Tunnels[1];
        using (var life = await BeginAsync(lab, lab.TunnelsThrough(other)))
            await life.PassAsync();
        lab.Faults.Clear();

        using var next = await BeginAsync(lab, lab.Tunnels);
        await SettleAsync(next);

        Assert.Equal(rule, TunnelDocument.Find(lab.Tunnel.Document, Host)!.Value.Json.ToJsonString());
        Assert.Null(TunnelDocument.Find(other.Document, Host));
        Assert.Equal($"{lab.Tunnel.Id}.cfargotunnel.com", (string?)Assert.Single(lab.RecordsAt(Host))["content"]);
        Assert.All(next.Now.Owners.Values, owner => Assert.Equal(OwnerPhase.InPlace, owner.Phase));
    }

    [Fact]
    public async Task Start_KilledAtEveryStepOfTheMove_LosesNoRuleAndLeavesNone()
    {
        var step = 1;
        while (await DiesAtAsync(step))
            step++;

        Assert.True(step > 8, $"Only {step} steps were met; the test no longer reaches into the apply.");
    }

    private async Task<bool> DiesAtAsync(int step)
    {
        await using var lab = await TargetLab.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{step}")).FullName;
        var chosen = lab.Lab.CloudflareState.Tunnels[1];
        var pristine = lab.Tunnel.Document.ToJsonString();
        await ExposeAsync(lab, folder);
        var crash = new CrashPoint(step);
        try
        {
            using var life = await BeginAsync(lab, lab.TunnelsThrough(chosen), folder, crash);
            await SettleAsync(life);
        }
        catch (CrashException)
        {
            // Dead. What follows is the next start.
        }

        AssertServed(lab);
        using var next = await BeginAsync(lab, lab.TunnelsThrough(chosen), folder);
        await SettleAsync(next);
        AssertServed(lab);
        Assert.Equal(pristine, lab.Tunnel.Document.ToJsonString());
        return crash.HasDied;
    }

    /// <summary>Wherever the name leads, a rule is waiting for it there.</summary>
    private static void AssertServed(TargetLab lab)
    {
        var target = (string?)Assert.Single(lab.RecordsAt(Host))["content"];
        var tunnel = Assert.Single(lab.Lab.CloudflareState.Tunnels, tunnel => target == $"{tunnel.Id}.cfargotunnel.com");
        Assert.NotNull(TunnelDocument.Find(tunnel.Document, Host));
    }

    private async Task ExposeAsync(TargetLab lab, string? folder = null)
    {
        using var life = await BeginAsync(lab, lab.Tunnels, folder);
        await life.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish(Host, Visibility.Tunnel)));
        await SettleAsync(life);
        lab.Faults.Log.Clear();
    }

    private Task<PortalLife> BeginAsync(TargetLab lab, ITarget tunnels, string? folder = null, CrashPoint? crash = null)
    {
        ITarget[] targets = [lab.Ingress, tunnels, lab.Dns];
        return PortalLife.BeginAsync(
            folder ?? _folder, crash is null ? targets : targets.Select(target => new CrashingTarget(target, crash)),
            [new ExposureCompiler(Options.Create(new IngressOptions()), Options.Create(new TunnelOptions()), new Live<DockerState>(DockerState.Empty, TimeProvider.System), TimeProvider.System)],
            interceptors: crash is null ? [] : [crash]);
    }

    private static async Task SettleAsync(PortalLife life)
    {
        for (var pass = 0; pass < 6 && !await life.PassAsync(); pass++)
        {
        }
    }

    private static List<string> Writes(TargetLab lab) =>
    [
        .. lab.Faults.Log.Writes.Where(write => write.System == SimulatedSystem.Cloudflare)
            .Select(write => write.PathAndQuery.EndsWith("/batch", StringComparison.Ordinal) ? "POST batch" : $"{write.Method} {write.PathAndQuery.Split('/')[^2]}"),
    ];
}
