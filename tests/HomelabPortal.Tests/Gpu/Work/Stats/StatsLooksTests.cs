using HomelabPortal.Gpu.Work.Stats;
using HomelabPortal.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Gpu.Work.Stats;

public sealed class StatsLooksTests
{
    [Fact]
    public async Task Container_IsMeasuredOnlyWhileSomebodyWatches()
    {
        await using var lab = await WorkLab.StartAsync();
        var looks = new StatsLooks([lab.Host], TimeProvider.System, NullLogger<StatsLooks>.Instance);

        var first = looks.Begin(lab.Name, lab.Find("comfyui").Id, out var live)!;
        var second = looks.Begin(lab.Name, lab.Find("comfyui").Id, out var same)!;
        Assert.Same(live, same);
        await Eventually.HoldsAsync(() => live!.Current.Value.Latest is { MemoryBytes: > 0 }, () => "It was not measured.", TimeSpan.FromSeconds(30));
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, looks.Open);
        second.Dispose();

        Assert.Equal(0, looks.Open);
    }

    [Fact]
    public async Task Container_ThatDoesNotRun_IsSaidToBeStopped()
    {
        await using var lab = await WorkLab.StartAsync();
        var looks = new StatsLooks([lab.Host], TimeProvider.System, NullLogger<StatsLooks>.Instance);

        using var look = looks.Begin(lab.Name, lab.Find("vllm").Id, out var live);

        await Eventually.HoldsAsync(() => live!.Current.Value.IsStopped, () => "It is not said to be stopped.", TimeSpan.FromSeconds(30));
    }
}
