using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Metrics.Prometheus;

namespace HomelabPortal.Tests.Cluster.Metrics.Prometheus;

public sealed class MatrixParserTests
{
    private const string Good = """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1763719200,"0.5"],[1763722800.5,"1e3"]]}]}}""";

    [Fact]
    public void Parse_Matrix_GivesTimesAndValues() => Assert.Equal(
        [new PrometheusPoint(DateTimeOffset.FromUnixTimeSeconds(1763719200), 0.5), new PrometheusPoint(DateTimeOffset.FromUnixTimeMilliseconds(1763722800500), 1000)],
        Parse(Good));

    [Theory]
    [InlineData("NaN")]
    [InlineData("+Inf")]
    [InlineData("-Inf")]
    [InlineData("1e999")]
    [InlineData("-3")]
    public void Parse_ValueThatIsNoAmount_IsLeftOut(string value) => Assert.Single(Parse(Good.Replace("1e3", value, StringComparison.Ordinal)));

    [Fact]
    public void Parse_NothingFound_IsNoPoints() => Assert.Empty(Parse("""{"status":"success","data":{"resultType":"matrix","result":[]}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"error","errorType":"timeout","error":"query of secret thing"}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":[["1","2"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,2]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,"two"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":[[-1,"2"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"values":[[1e300,"2"]]}]}}""")]
    public void Parse_AnythingElse_IsExplained(string json)
    {
        var fault = Assert.Throws<PrometheusException>(() => Parse(json));

        Assert.StartsWith("Prometheus", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_HalfOfIt_IsExplained()
    {
        for (var length = 0; length < Good.Length; length++)
            Assert.Throws<PrometheusException>(() => Parse(Good[..length]));
    }

    [Fact]
    public void Parse_AnyBytesInIt_NeverFailOtherwise() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Choose(0, Good.Length - 1).ToArbitrary(), (bytes, at) =>
    {
        try
        {
            MatrixParser.Parse((byte[])[.. Encoding.UTF8.GetBytes(Good[..at]), .. bytes, .. Encoding.UTF8.GetBytes(Good[at..])]);
        }
        catch (PrometheusException)
        {
            // Explained.
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<PrometheusPoint> Parse(string json) => MatrixParser.Parse(Encoding.UTF8.GetBytes(json));
}
