using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Metrics.Api;
using HomelabPortal.Cluster.Metrics.Reading;

namespace HomelabPortal.Tests.Cluster.Metrics.Api;

public sealed class MetricQueryTests
{
    [Theory]
    [InlineData(null, null, 60, 1)]
    [InlineData("24h", null, 1440, 5)]
    [InlineData("24h", "1m", 1440, 1)]
    [InlineData("7d", "2h", 10_080, 120)]
    [InlineData("7d", "1d", 10_080, 1440)]
    public void Range_Known_HasItsLengthAndStep(string? range, string? step, int minutes, int stepMinutes)
    {
        var found = MetricQuery.Range(range, step, MetricRange.Own);

        Assert.Equal((minutes, stepMinutes), ((int)found.Length.TotalMinutes, (int)found.Step.TotalMinutes));
    }

    [Theory]
    [InlineData("2h", null, "range")]
    [InlineData("30d", null, "range")]
    [InlineData("1h", "30s", "step")]
    [InlineData("1h", "2h", "step")]
    [InlineData("7d", "1m", "step")]
    [InlineData("1h", "m", "step")]
    [InlineData("1h", "0m", "step")]
    [InlineData("1h", "-1m", "step")]
    [InlineData("1h", "99999999m", "step")]
    public void Range_Unknown_IsExplainedByMember(string? range, string? step, string member)
    {
        var fault = Assert.Throws<ProblemException>(() => MetricQuery.Range(range, step, MetricRange.Own));

        Assert.Equal((422, member), (fault.Problem.Status, Assert.Single(fault.Problem.Errors!).Key));
    }
}
