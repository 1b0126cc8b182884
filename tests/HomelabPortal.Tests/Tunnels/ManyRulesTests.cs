using HomelabPortal.Tests.Exposures;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Tunnels;

public sealed class ManyRulesTests
{
    [Fact]
    public async Task Apply_FiveHundredExposuresAtOnce_IsOneWriteOfTheTunnel()
    {
        await using var lab = await TargetLab.StartAsync();
        var wishes = Enumerable.Range(0, 500).Select(number => TargetLab.Wish($"n{number}.cowlab.org", Visibility.Tunnel, $"ex{number:00000000}")).ToArray();

        var outcomes = await lab.ApplyAsync(lab.Tunnels, wishes);

        Assert.Equal(500, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Single(lab.Faults.Log.Writes);
        Assert.True((await lab.PlanAsync(lab.Tunnels, wishes)).Changes.IsEmpty);
    }
}
