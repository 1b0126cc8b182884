using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Tests.Simulator.ReferenceLab;

public sealed class LabTaskTests
{
    private readonly LivingLab _lab = new();

    [Fact]
    public void CronJob_ItsTimeComes_RunsAJobToItsEnd()
    {
        Change("speedtest", spec => spec["schedule"] = "*/5 * * * *");
        var before = Jobs("speedtest").Select(job => job.Name()).ToHashSet();

        _lab.Live(6 * 60);

        var job = Jobs("speedtest").First(job => !before.Contains(job.Name()));
        Assert.True(job.HasEnded("Complete"));
        Assert.Equal(1, (int)job["status"]!["succeeded"]!);
        var pod = Assert.Single(_lab.Store.List("", "pods"), pod => pod.OwnerUid() == job.Uid());
        Assert.Equal("Succeeded", (string)pod["status"]!["phase"]!);
        Assert.Equal(2, Jobs("speedtest").Count);
        Assert.Null(_lab.LastFault);
    }

    [Fact]
    public void CronJob_RunByHand_WorksAsAtItsTime()
    {
        var cron = _lab.Store.Get("batch/v1", "CronJob", "databases", "offsite-sync")!;
        _lab.Store.Put(new JsonObject
        {
            ["apiVersion"] = "batch/v1", ["kind"] = "Job", ["metadata"] = new JsonObject { ["name"] = "by-hand", ["namespace"] = "databases" },
            ["spec"] = cron["spec"]!["jobTemplate"]!["spec"]!.DeepClone(),
        });

        _lab.Live(5 * 60);

        var job = _lab.Store.Get("batch/v1", "Job", "databases", "by-hand")!;
        Assert.True(job.HasEnded("Failed"));
        Assert.Equal(3, (int)job["status"]!["failed"]!);
    }

    [Fact]
    public void CronJob_Suspended_StartsNothing()
    {
        Change("speedtest", spec => (spec["schedule"], spec["suspend"]) = ("*/5 * * * *", true));
        var before = Jobs("speedtest").Select(job => job.Name()).ToList();

        _lab.Live(6 * 60);

        Assert.Equal(before, Jobs("speedtest").Select(job => job.Name()));
    }

    [Fact]
    public void Budget_OnePodOfTwoGoes_AllowsNoMore()
    {
        Assert.Equal(1, Allowed("traefik", "traefik"));
        Assert.Equal(0, Allowed("databases", "postgres"));
        _lab.Store.Delete("v1", "Pod", "traefik", _lab.Pods("traefik")[0].Name());

        _lab.Live(1);

        Assert.Equal(0, Allowed("traefik", "traefik"));
    }

    private void Change(string name, Action<JsonNode> change)
    {
        var cron = _lab.Store.Get("batch/v1", "CronJob", "monitoring", name)!;
        change(cron["spec"]!);
        _lab.Store.Put(cron);
    }

    private int Allowed(string ns, string name) => (int)_lab.Store.Get("policy/v1", "PodDisruptionBudget", ns, name)!["status"]!["disruptionsAllowed"]!;

    private IReadOnlyList<JsonObject> Jobs(string cron) =>
        [.. _lab.Store.List("batch", "jobs").Where(job => job.Name().StartsWith(cron + "-", StringComparison.Ordinal))];
}
