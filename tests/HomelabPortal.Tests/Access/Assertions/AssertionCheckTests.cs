using System.Text.Json.Nodes;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Tests.Access.Assertions;

public sealed class AssertionCheckTests : IDisposable
{
    private readonly TestCheck _check = new();

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Assertion_SignedByTheIssuerForUs_IsBelieved(string algorithm)
    {
        var verdict = await _check.LookAsync(_check.Issuer.Sign(_check.Now, algorithm: algorithm));

        Assert.Equal("7335d417-61da-459d-899c-0a01c76a2f94", Assert.IsType<AssertionVerdict.Believed>(verdict).Claims.Subject);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("RS512")]
    [InlineData("rs256")]
    public async Task Algorithm_OtherThanTheTwo_IsRefusedBeforeAnyKeyIsAskedFor(string algorithm)
    {
        Assert.Equal("it is not an assertion of a known form", await _check.RefusalAsync(_check.Issuer.Sign(_check.Now, algorithm: algorithm)));
        Assert.Empty(_check.Server.Requests);
    }

    /// <summary>The classic confusion: the public key used as the secret of a keyed hash, under the name of a real algorithm.</summary>
    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Hash_WithThePublicKey_ProvesNothing(string claimed)
    {
        var header = _check.Issuer.Header(claimed).ToJsonString();

        Assert.Equal("its signature does not fit", await _check.RefusalAsync(_check.Issuer.SignText(header, TestIssuer.Claims(_check.Now).ToJsonString(), "HS256")));
    }

    [Theory]
    [InlineData("RS256", "ec-1")]
    [InlineData("ES256", "rsa-1")]
    public async Task Key_ForTheOtherAlgorithm_IsNotUsed(string algorithm, string key) =>
        Assert.Equal(
            "its key is for another algorithm",
            await _check.RefusalAsync(_check.Issuer.Sign(_check.Now, header: header => header["kid"] = key, algorithm: algorithm)));

    [Theory]
    [InlineData("https://other.cloudflareaccess.com")]
    [InlineData("https://lab.cloudflareaccess.com/")]
    [InlineData("https://LAB.cloudflareaccess.com")]
    [InlineData("http://lab.cloudflareaccess.com")]
    public async Task Issuer_OtherThanOurTeam_IsRefused(string issuer) =>
        Assert.Equal("it is from another issuer", await _check.RefusalAsync(_check.Issuer.Sign(_check.Now, claims => claims["iss"] = issuer)));

    [Fact]
    public async Task Audience_OfAnotherApplication_IsRefused() =>
        Assert.Equal("it is meant for another audience", await _check.RefusalAsync(_check.Issuer.Sign(_check.Now, claims => claims["aud"] = new string('b', 64))));

    [Fact]
    public async Task Audience_AmongSeveral_IsOurs() =>
        Assert.IsType<AssertionVerdict.Believed>(
            await _check.LookAsync(_check.Issuer.Sign(_check.Now, claims => claims["aud"] = new JsonArray("other", TestIssuer.Audience))));

    [Theory]
    [InlineData("exp", 59, null)]
    [InlineData("exp", 60, "it has expired")]
    public async Task Expiry_IsHeldToTheMinute(string claim, int secondsPast, string? refusal) => await HeldAsync(claim, -secondsPast, refusal);

    [Theory]
    [InlineData("nbf", 60, null)]
    [InlineData("nbf", 61, "it is not valid yet")]
    [InlineData("iat", 61, "it is not valid yet")]
    public async Task Beginning_IsHeldToTheMinute(string claim, int secondsAhead, string? refusal) => await HeldAsync(claim, secondsAhead, refusal);

    [Fact]
    public async Task Signature_ForAnotherText_IsRefused()
    {
        var mine = _check.Issuer.Sign(_check.Now).Split('.');
        var other = _check.Issuer.Sign(_check.Now, claims => claims["sub"] = "somebody else").Split('.');

        Assert.Equal("its signature does not fit", await _check.RefusalAsync($"{mine[0]}.{other[1]}.{mine[2]}"));
    }

    [Fact]
    public async Task Key_OfAnotherIssuerWithTheSameId_ProvesNothing()
    {
        using var stranger = new TestIssuer(stranger: true);

        Assert.Equal("its signature does not fit", await _check.RefusalAsync(stranger.Sign(_check.Now)));
    }

    public void Dispose() => _check.Dispose();

    private async Task HeldAsync(string claim, int seconds, string? refusal)
    {
        var verdict = await _check.LookAsync(_check.Issuer.Sign(_check.Now, claims => claims[claim] = _check.Now.ToUnixTimeSeconds() + seconds));

        Assert.Equal(refusal, (verdict as AssertionVerdict.Refused)?.Why);
    }
}
