using HomelabPortal.Hostnames.Probing;

namespace HomelabPortal.Tests.Hostnames;

public sealed class ProbeClassifierTests
{
    [Theory]
    [InlineData(302, "https://cowlab.cloudflareaccess.com/cdn-cgi/access/login/tv", "", ProbeClass.AccessRedirect)]
    [InlineData(302, "https://cloudflareaccess.com.example.net/", "", ProbeClass.Answer)]
    [InlineData(302, "http://cowlab.cloudflareaccess.com/", "", ProbeClass.Answer)]
    [InlineData(302, "/login", "", ProbeClass.Answer)]
    [InlineData(200, null, "<h1>hello</h1>", ProbeClass.Answer)]
    [InlineData(401, null, "", ProbeClass.Answer)]
    [InlineData(500, null, "oops", ProbeClass.Answer)]
    [InlineData(404, null, "", ProbeClass.CatchAll)]
    [InlineData(404, null, "404 page not found\n", ProbeClass.NoRoute)]
    [InlineData(404, null, "<h1>No such film</h1>", ProbeClass.Answer)]
    [InlineData(502, null, "error code: 502", ProbeClass.OriginFault)]
    [InlineData(522, null, "", ProbeClass.OriginFault)]
    [InlineData(526, null, "", ProbeClass.TlsFault)]
    [InlineData(530, null, "error code: 1033", ProbeClass.TunnelDown)]
    [InlineData(530, null, "<span class=\"cf-error-code\">1033</span>", ProbeClass.TunnelDown)]
    [InlineData(530, null, "", ProbeClass.TunnelDown)]
    [InlineData(530, null, "error code: 1016", ProbeClass.OriginUnknown)]
    [InlineData(403, null, "error code: 1020", ProbeClass.Blocked)]
    public void Of_Reply_IsTheClass(int status, string? location, string body, ProbeClass expected) =>
        Assert.Equal(expected, ProbeClassifier.Of(new EdgeReply(status, location, body, false)).Class);

    [Fact]
    public void Of_MitigatedReply_IsBlocked() =>
        Assert.Equal(ProbeClass.Blocked, ProbeClassifier.Of(new EdgeReply(403, null, "<h1>Just a moment</h1>", true)).Class);

    [Fact]
    public void Words_OfEveryClass_AreThere() =>
        Assert.Equal(Enum.GetValues<ProbeClass>().Length, Enum.GetValues<ProbeClass>().Select(kind => kind.Word()).Distinct().Count());
}
