using HomelabPortal.Desired;
using HomelabPortal.Exposures.Reach;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Exposures;

public sealed class ReachFormTests
{
    private static readonly DateTimeOffset _now = GoldenCase.Now;
    private static readonly LoginPolicy _family = new() { Id = "family", Name = "Family" };

    [Fact]
    public void Apply_WithAPolicy_GuardsItAndIsNotPublic()
    {
        var (exposure, faults) = Apply(new ReachForm { Login = "family", Paths = "/api/\n/health\n/api" });

        Assert.Empty(faults);
        Assert.Equal("family", exposure.LoginPolicy);
        Assert.False(exposure.IsPublicWithoutLogin);
        Assert.Equal(["/api", "/health"], exposure.OpenPaths.ToArray());
    }

    [Fact]
    public void Apply_PolicyThatIsGone_IsRefused() =>
        Assert.Equal([ReachForm.LoginField], Apply(new ReachForm { Login = "gone" }).Faults.Keys);

    [Fact]
    public void Apply_OpenPathsWithoutALogin_AreRefused() =>
        Assert.Equal([ReachForm.PathsField], Apply(new ReachForm { Paths = "/api" }).Faults.Keys);

    [Theory]
    [InlineData("api")]
    [InlineData("/")]
    [InlineData("/*")]
    [InlineData("/a//b")]
    [InlineData("/a/../b")]
    [InlineData("/a?b")]
    [InlineData("/a b")]
    [InlineData("https://cowlab.org/a")]
    public void Apply_BadPath_IsRefused(string path) =>
        Assert.Equal([ReachForm.PathsField], Apply(new ReachForm { Login = "family", Paths = path }).Faults.Keys);

    [Theory]
    [InlineData(ReachDuration.Always, null)]
    [InlineData(ReachDuration.Hour, 1)]
    [InlineData(ReachDuration.EightHours, 8)]
    public void Apply_Duration_CountsFromNow(ReachDuration duration, int? hours) =>
        Assert.Equal(hours is { } some ? _now.AddHours(some) : null, Apply(new ReachForm { Duration = duration }).Exposure.ExpiresAt);

    [Fact]
    public void Apply_Until_IsInTheViewersTime()
    {
        var berlin = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test");

        var (exposure, faults) = Apply(new ReachForm { Duration = ReachDuration.Until, Until = new DateTime(2026, 11, 21, 20, 0, 0), Zone = berlin });

        Assert.Empty(faults);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 19, 0, 0, TimeSpan.Zero), exposure.ExpiresAt);
    }

    [Fact]
    public void Apply_UntilThePastOrNever_IsRefused()
    {
        Assert.Equal([ReachForm.EndField], Apply(new ReachForm { Duration = ReachDuration.Until }).Faults.Keys);
        Assert.Equal([ReachForm.EndField], Apply(new ReachForm { Duration = ReachDuration.Until, Until = new DateTime(2026, 11, 21, 9, 30, 0) }).Faults.Keys);
    }

    [Fact]
    public void Of_ExposureThatHasEnded_AsksForANewDuration()
    {
        var ended = Desire.Exposure(visibility: Visibility.Tunnel) with { ExpiresAt = _now };

        Assert.Null(Apply(ReachForm.Of(ended, null, _now), ended).Exposure.ExpiresAt);
    }

    [Fact]
    public void Of_ExposureInTheHouse_BeginsWithTheDefaultPolicy() =>
        Assert.Equal("family", ReachForm.Of(Desire.Exposure(), "family", _now).Login);

    private static (Exposure Exposure, Dictionary<string, string> Faults) Apply(ReachForm form, Exposure? exposure = null)
    {
        var faults = new Dictionary<string, string>();
        return (form.Apply(exposure ?? Desire.Exposure(), [_family], _now, faults), faults);
    }
}
