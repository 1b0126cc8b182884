using System.Globalization;
using HomelabPortal.Access.SignIn;

namespace HomelabPortal.Tests.Access.SignIn;

/// <summary>Whatever stands in the address bar, signing in leads to a page of this portal.</summary>
public sealed class ReturnUrlTests
{
    private static readonly Uri _portal = new("https://portal.cowlab.org");

    private static readonly string[] _hosts = ["evil.example", "jellyfin.cowlab.org", "portal.cowlab.org.evil.example", "portal.cowlab.org@evil.example", "1.1.1.1", "[::1]"];

    private static readonly string[] _openings =
    [
        "//{0}", "///{0}", "////{0}", "/\\{0}", "\\\\{0}", "\\/{0}", "/\\/{0}", "/\t/{0}", "/\n/{0}", "/\r/{0}", "\t//{0}", " //{0}", "/%2f{0}", "/%2F{0}", "/%5c{0}", "/%5C%5C{0}",
        "/%252f{0}", "/%09/{0}", "/%0d%0aLocation:%20https://{0}", "/%0aSet-Cookie:x=1//{0}", "https:{0}", "https:/{0}", "https://{0}", "HTTPS://{0}", "http:\\\\{0}", "javascript://{0}/%0aalert(1)",
        "data:text/html,{0}", "vbscript:{0}", "{0}", "@{0}", "/.//{0}", "/..//{0}", "/./..//{0}", "/%2e%2e//{0}", "/\u2215{0}", "/\u2044{0}", "/\uff0f{0}", "\u3002{0}", "/\u2028/{0}", "/\u0000/{0}",
        "/\u00a0/{0}", "/a//{0}", "/a/\\{0}", "?//{0}", "#//{0}", "/sign-in?return=//{0}", "/_blazor?x=//{0}", "/\u202e/{0}",
    ];

    public static TheoryData<string> Corpus => [.. _openings.SelectMany(opening => _hosts.Select(host => string.Format(CultureInfo.InvariantCulture, opening, host)))];

    [Fact]
    public void Corpus_OfRedirects_HasTwoHundred() => Assert.True(Corpus.Count >= 200);

    [Theory]
    [MemberData(nameof(Corpus))]
    public void OrHome_AnythingButALocalPath_IsHome(string value) => Assert.Equal("/", ReturnUrl.OrHome(value));

    [Theory]
    [InlineData("/")]
    [InlineData("/exposures")]
    [InlineData("/cluster/pods/media/sonarr?tab=logs")]
    [InlineData("/activity?filter=a%2Fb&x=//y")]
    [InlineData("/dns#zone")]
    public void OrHome_APageOfThePortal_IsKept(string value)
    {
        Assert.Equal(value, ReturnUrl.OrHome(value));
        Assert.Equal(_portal.Host, new Uri(_portal, value).Host);
    }

    [Fact]
    public void OrHome_Nothing_IsHome() => Assert.Equal("/", ReturnUrl.OrHome(null));

    [Fact]
    public void OrHome_RandomMixesOfDangerousParts_NeverLeaveThePortal()
    {
        var random = new Random(20261121);
        string[] parts = ["/", "\\", "%2f", "%5c", "\t", "\r", "\n", " ", ":", "https", "evil.example", "@", ".", "..", "%09", "%00", "?", "#", "a", ";", "\u2028", "%e2%80%a8", "//", "&", "="];
        for (var round = 0; round < 100_000; round++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            var target = ReturnUrl.OrHome(value);
            Assert.True(Uri.TryCreate(_portal, target, out var where) && where.GetLeftPart(UriPartial.Authority) == "https://portal.cowlab.org", $"“{value}” leads to {where}");
            Assert.DoesNotContain(target, c => char.IsControl(c) || c is '\\' or ' ');
        }
    }
}
