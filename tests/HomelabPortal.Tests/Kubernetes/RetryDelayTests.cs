using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class RetryDelayTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(0.0, new[] { 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30 })]
    [InlineData(0.5, new[] { 1.2, 2.4, 4.8, 9.6, 19.2, 38.4, 45, 45 })]
    public void Next_Doubles_UpToThirtySecondsAndJitter(double random, double[] expected)
    {
        var delay = new RetryDelay(_time, new FixedRandom(random));
        Assert.Equal(expected, expected.Select(_ => Math.Round(delay.Next().TotalSeconds, 3)));
    }

    [Fact]
    public void Next_AfterTwoCalmMinutes_StartsOver()
    {
        var delay = new RetryDelay(_time, new FixedRandom(0));
        var first = delay.Next();
        _time.Advance(first + TimeSpan.FromSeconds(119));
        Assert.Equal(1.6, delay.Next().TotalSeconds);
        _time.Advance(TimeSpan.FromSeconds(1.6 + 121));
        Assert.Equal(0.8, delay.Next().TotalSeconds);
    }

    [Fact]
    public void Next_ServerAsksForLonger_Waits() =>
        Assert.Equal(17, new RetryDelay(_time, new FixedRandom()).Next(TimeSpan.FromSeconds(17)).TotalSeconds);
}
