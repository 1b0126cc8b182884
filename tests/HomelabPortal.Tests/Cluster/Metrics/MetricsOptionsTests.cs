using HomelabPortal.Cluster.Metrics;

namespace HomelabPortal.Tests.Cluster.Metrics;

public sealed class MetricsOptionsTests
{
    [Fact]
    public void Faults_AsItComes_AreNone() => Assert.Empty(new MetricsOptions().Faults());

    [Fact]
    public void Faults_EverythingWrong_AreToldAtOnceWithTheirKeys()
    {
        var faults = new MetricsOptions
        {
            KeepDays = 0, MaxMegabytes = 1, MaxSeries = 0, PrometheusUrl = "ftp://prometheus", PrometheusToken = "secret", PrometheusUser = "portal", PrometheusTimeout = TimeSpan.Zero,
        }.Faults().ToList();

        foreach (var key in new[] { "KeepDays", "MaxMegabytes", "MaxSeries", "PrometheusUrl", "PrometheusTimeout", "PrometheusToken", "PrometheusPassword" })
            Assert.Contains(faults, fault => fault.Contains($"Metrics:{key}", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", string.Join(' ', faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://prometheus:9090", true)]
    [InlineData("https://prometheus.example.org/base/", true)]
    [InlineData("http://user:secret@prometheus", false)]
    [InlineData("http://prometheus/?a=b", false)]
    [InlineData("/prometheus", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Faults_Address_MustBeAPlainHttpOne(string address, bool isGood)
    {
        var faults = new MetricsOptions { PrometheusUrl = address }.Faults().ToList();

        Assert.Equal(isGood, faults.Count == 0);
        Assert.DoesNotContain("secret", string.Join(' ', faults), StringComparison.Ordinal);
    }
}
