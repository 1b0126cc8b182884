using HomelabPortal.Desired;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>What many exposures at once cost in calls that write: one of the tunnel, and one of the zone for every two hundred records.</summary>
public sealed class ManyRulesTests
{
    private const int Many = 500;
    private const int RecordsPerBatch = 200;

    [Fact]
    public async Task Apply_FiveHundredExposuresAtOnce_IsOneWriteOfTheTunnelAndOneOfTheZoneForTwoHundredRecords()
    {
        await using var lab = await TargetLab.StartAsync();
        var wishes = Enumerable.Range(0, Many).Select(number => TargetLab.Wish($"n{number}.cowlab.org", Visibility.Tunnel, $"ex{number:00000000}")).ToArray();

        var rules = await lab.ApplyAsync(lab.Tunnels, wishes);
        var records = await lab.ApplyAsync(lab.Dns, wishes);

        Assert.All(rules.Concat(records), outcome => Assert.True(outcome.Succeeded));
        Assert.Equal((Many, Many), (rules.Count, records.Count));
        Assert.Equal(1, WritesOf(lab, "/configurations"));
        Assert.InRange(WritesOf(lab, "/dns_records"), 1, (Many + RecordsPerBatch - 1) / RecordsPerBatch);
        Assert.All(lab.Faults.Log.Writes.Where(write => write.PathAndQuery.Contains("/dns_records", StringComparison.Ordinal)), write => Assert.EndsWith("/batch", write.PathAndQuery));
        Assert.True((await lab.PlanAsync(lab.Tunnels, wishes)).Changes.IsEmpty);
        Assert.True((await lab.PlanAsync(lab.Dns, wishes)).Changes.IsEmpty);
    }

    [Fact]
    public async Task Apply_FiveHundredTakenBackAtOnce_CostsNoMoreThanMakingThem()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = lab.Tunnel.Document.ToJsonString();
        var wishes = Enumerable.Range(0, Many).Select(number => TargetLab.Wish($"n{number}.cowlab.org", Visibility.Tunnel, $"ex{number:00000000}")).ToArray();
        await lab.ApplyAsync(lab.Tunnels, wishes);
        await lab.ApplyAsync(lab.Dns, wishes);
        lab.Faults.Log.Clear();

        await lab.ApplyAsync(lab.Dns);
        await lab.ApplyAsync(lab.Tunnels);

        Assert.Equal(1, WritesOf(lab, "/configurations"));
        Assert.InRange(WritesOf(lab, "/dns_records"), 1, (Many + RecordsPerBatch - 1) / RecordsPerBatch);
        Assert.Equal(before, lab.Tunnel.Document.ToJsonString());
        Assert.Empty(lab.Ledger.Entries);
    }

    private static int WritesOf(TargetLab lab, string what) => lab.Faults.Log.Writes.Count(write => write.PathAndQuery.Contains(what, StringComparison.Ordinal));
}
