using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Reconcile;

public sealed class ReconcileWorkerTests
{
    private static readonly DateTimeOffset _now = GoldenCase.Now;

    [Theory]
    [InlineData(null, 60_000)]
    [InlineData(90, 60_000)]
    [InlineData(20, 20_001)]
    [InlineData(0, 60_000)]
    [InlineData(-5, 60_000)]
    public void UntilNextEnd_ExposureThatEnds_WakesThenAndNotBefore(int? seconds, int milliseconds)
    {
        var state = new DesiredState { Exposures = [Desire.Exposure(), Desire.Exposure("exposure02", "b.cowlab.org") with { ExpiresAt = seconds is { } end ? _now.AddSeconds(end) : null }] };

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), ReconcileWorker.UntilNextEnd(TimeSpan.FromMinutes(1), state, _now));
    }
}
