using HomelabPortal.Access.Web;

namespace HomelabPortal.Tests.Access.Web;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.42.0.0/16", "10.42.0.0/16")]
    [InlineData("10.42.0.7", "10.42.0.7/32")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("::1", "::1/128")]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("::/0", null)]
    [InlineData("10.42.0.1/16", "10.42.0.0/16")]
    [InlineData("10.42.0.0/33", null)]
    [InlineData("*", null)]
    [InlineData("traefik", null)]
    [InlineData("", null)]
    public void Parse_Text_IsANetworkButNeverAllAddresses(string text, string? expected) =>
        Assert.Equal(expected, TrustedProxies.Parse(text)?.ToString());
}
