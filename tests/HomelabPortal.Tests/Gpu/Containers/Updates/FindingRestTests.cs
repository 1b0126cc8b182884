using HomelabPortal.Gpu.Containers.Updates.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class FindingRestTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(6);

    [Theory]
    [InlineData(null, 0, "06:00:00")]
    [InlineData(FindingFault.SignIn, 9, "06:00:00")]
    [InlineData(FindingFault.NotThere, 1, "06:00:00")]
    [InlineData(FindingFault.Limited, 1, "01:00:00")]
    [InlineData(FindingFault.Limited, 3, "04:00:00")]
    [InlineData(FindingFault.Limited, 99, "1.00:00:00")]
    [InlineData(FindingFault.Unreachable, 1, "00:05:00")]
    [InlineData(FindingFault.Unreachable, 4, "00:40:00")]
    [InlineData(FindingFault.Other, 99, "06:00:00")]
    public void Rest_AfterAnAnswer_IsAsTheTableSays(FindingFault? fault, int failures, string rest) =>
        Assert.Equal(TimeSpan.Parse(rest, System.Globalization.CultureInfo.InvariantCulture), FindingRest.After(fault, failures, _interval, 0.5));

    [Fact]
    public void Rest_OfManyImages_IsSpread()
    {
        Assert.Equal(_interval * 0.8, FindingRest.After(null, 0, _interval, 0));
        Assert.Equal(_interval * 1.2, FindingRest.After(null, 0, _interval, 1));
    }
}
