using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>The table of k8s.io/apimachinery duration_test.go.</summary>
public sealed class HumanDurationTests
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const long Year = 365 * Day;

    public static TheoryData<long, string> Spans => new()
    {
        { -2, "<invalid>" }, { -1, "0s" }, { 0, "0s" }, { 1, "1s" }, { 70, "70s" }, { 119, "119s" }, { 2 * Minute, "2m" },
        { 2 * Minute + 1, "2m1s" }, { 9 * Minute + 59, "9m59s" }, { 10 * Minute, "10m" }, { 70 * Minute, "70m" }, { 179 * Minute + 59, "179m" },
        { 3 * Hour, "3h" }, { 3 * Hour + 10 * Minute, "3h10m" }, { 7 * Hour + 59 * Minute, "7h59m" }, { 8 * Hour + 59 * Minute, "8h" }, { 47 * Hour, "47h" },
        { 49 * Hour, "2d1h" }, { 2 * Day, "2d" }, { 7 * Day + 23 * Hour, "7d23h" }, { 8 * Day + 23 * Hour, "8d" }, { 2 * Year - 1, "729d" },
        { 2 * Year, "2y" }, { 2 * Year + 25 * Hour, "2y1d" }, { 7 * Year + 364 * Day, "7y364d" }, { 8 * Year + 2 * Hour, "8y" }, { 8 * Year + 364 * Day, "8y" },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void Format_Span_ReadsAsKubectlPrintsIt(long seconds, string expected) =>
        Assert.Equal(expected, HumanDuration.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Age_OfNoTime_IsUnknown() => Assert.Equal("<unknown>", HumanDuration.Age(null, DateTimeOffset.UnixEpoch));

    [Fact]
    public void FormatMicro_Time_HasSixDigits()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)).AddTicks(1_200_004);
        Assert.Equal("2026-01-02T02:04:05.120000Z", KubernetesTime.FormatMicro(time));
        Assert.Equal("2026-01-02T02:04:05Z", KubernetesTime.Format(time));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 2, 4, 5, 120, TimeSpan.Zero), KubernetesTime.Parse("2026-01-02T02:04:05.120000Z"));
    }
}
