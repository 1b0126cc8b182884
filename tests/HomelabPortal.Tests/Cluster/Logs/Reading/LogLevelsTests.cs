using HomelabPortal.Cluster.Logs.Reading;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Logs.Reading;

public sealed class LogLevelsTests
{
    [Theory]
    [InlineData("time=2026-11-21T17:00:00Z level=error msg=\"no\"", "Error")]
    [InlineData("ts=1 lvl=warn msg=x", "Warning")]
    [InlineData("E1121 17:00:00.000000       1 controller.go:99] sync failed", "Error")]
    [InlineData("I1121 17:00:00.000000       1 controller.go:99] no error", "Information")]
    [InlineData("[ERROR] it broke", "Error")]
    [InlineData("2026/11/21 17:00:00 [warn] 12#12: upstream", "Warning")]
    [InlineData("2026-11-21 17:00:00,123 WARNING  [jobs] slow", "Warning")]
    [InlineData("ERROR:root:it broke", "Error")]
    [InlineData("17:00:00 INF started", "Information")]
    [InlineData("fail: Microsoft.Hosting[6]", "Error")]
    [InlineData("10.42.0.1 - - [21/Nov/2026:17:00:00 +0000] \"GET / HTTP/1.1\" 502 12", "Error")]
    [InlineData("10.42.0.1 - - [21/Nov/2026:17:00:00 +0000] \"GET / HTTP/1.1\" 404 12", "Warning")]
    [InlineData("panic: runtime error: index out of range", "Error")]
    [InlineData("Traceback (most recent call last):", "Error")]
    [InlineData("0 errors, 12 warnings, information follows", "Unknown")]
    [InlineData("GET /errors/info 200", "Unknown")]
    [InlineData("", "Unknown")]
    public void Line_SaysHowGraveItIs(string line, string level) => Assert.Equal(level, LogLevels.Of(line).ToString());

    [Theory]
    [InlineData("""{"level":50,"time":1,"msg":"broke","port":80}""", "broke  port=80", "Error")]
    [InlineData("""{"severity":"WARNING","message":"slow\nanswer","took":{"ms":3}}""", "slow ⏎ answer  took={\"ms\":3}", "Warning")]
    [InlineData("""{"no":"message here"}""", """{"no":"message here"}""", "Unknown")]
    [InlineData("""{"msg":"broken json""", """{"msg":"broken json""", "Unknown")]
    public void JsonLine_IsASentence(string line, string text, string level)
    {
        var read = ReadableLine.Of(new PodLogLine { Text = line });
        Assert.Equal((text, level), (read.Shown.Text, read.Level.ToString()));
    }
}
