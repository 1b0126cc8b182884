using HomelabPortal.Ui.Values;

namespace HomelabPortal.Tests.Ui;

public sealed class SafeHrefTests
{
    [Theory]
    [InlineData("https://jellyfin.cowlab.org/", true)]
    [InlineData("http://jellyfin.cowlab.org/web?a=b#c", true)]
    [InlineData("HTTPS://jellyfin.cowlab.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,<script>alert(1)</script>", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("blob:https://x/y", false)]
    [InlineData("https://jellyfin.cowlab.org@evil.example/", false)]
    [InlineData("https:\\\\evil.example", false)]
    [InlineData("https://jellyfin.cowlab.org/\u0000", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/exposures", false)]
    [InlineData("https://", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Of_Link_KeepsWebAddressesOnly(string? link, bool expected) => Assert.Equal(expected ? link : null, SafeHref.Of(link));
}
