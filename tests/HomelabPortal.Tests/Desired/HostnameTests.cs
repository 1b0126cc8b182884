using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Desired;

public sealed class HostnameTests
{
    [Theory]
    [InlineData("Sonarr.CowLab.org", "sonarr.cowlab.org")]
    [InlineData(" sonarr.cowlab.org. ", "sonarr.cowlab.org")]
    [InlineData("bücher.cowlab.org", "xn--bcher-kva.cowlab.org")]
    [InlineData("a.b-c.d1", "a.b-c.d1")]
    public void TryParse_ValidName_IsCanonical(string typed, string expected)
    {
        Assert.True(Hostname.TryParse(typed, out var hostname, out _));
        Assert.Equal(expected, hostname.Value);
    }

    [Theory]
    [InlineData("", "needed")]
    [InlineData("sonarr", "needs its domain")]
    [InlineData("https://sonarr.cowlab.org", "without http://")]
    [InlineData("sonarr.cowlab.org/path", "without a path")]
    [InlineData("sonarr.cowlab.org:8989", "without a port")]
    [InlineData("son arr.cowlab.org", "no spaces")]
    [InlineData("-sonarr.cowlab.org", "hyphen")]
    [InlineData("son_arr.cowlab.org", "letters, digits and hyphens")]
    [InlineData("sonarr..cowlab.org", "empty part")]
    [InlineData("*.cowlab.org", "letters, digits and hyphens")]
    public void TryParse_InvalidName_SaysWhatIsWrong(string typed, string part)
    {
        Assert.False(Hostname.TryParse(typed, out _, out var fault));
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndWhatItAcceptsStaysTheSame() =>
        Prop.ForAll<string>(text =>
            !Hostname.TryParse(text, out var hostname, out _)
            || (Hostname.TryParse(hostname.Value, out var again, out _) && again == hostname)).QuickCheckThrowOnFailure();
}
