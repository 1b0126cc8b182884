using System.Text.Json.Nodes;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Tests.Access.Assertions;

public sealed class KeySetCacheTests : IDisposable
{
    private readonly TestCheck _check = new();

    [Fact]
    public async Task Keys_WithinAnHour_AreAskedForOnce()
    {
        for (var minute = 0; minute < 59; minute++)
        {
            Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
            _check.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(_check.Server.Requests);
    }

    [Fact]
    public async Task Keys_AfterAnHour_AreAskedForAgain()
    {
        await _check.LookAsync(_check.Issuer.Sign(_check.Now));
        _check.Time.Advance(TimeSpan.FromHours(1));

        Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
        Assert.Equal(2, _check.Server.Requests.Count);
    }

    [Fact]
    public async Task UnknownKeys_FloodOfThem_AskAtMostOnceAMinute()
    {
        for (var second = 0; second < 600; second++)
        {
            var id = $"made-up-{second}";
            await Task.WhenAll(Enumerable.Range(0, 5).Select(n =>
                _check.RefusalAsync(_check.Issuer.SignText($$"""{"alg":"RS256","kid":"{{id}}-{{n}}"}""", TestIssuer.Claims(_check.Now).ToJsonString(), "none") + "AAAA")));
            _check.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(_check.Server.Requests.Count, 2, 10);
    }

    [Fact]
    public async Task Key_RotatedWithinTheHour_IsFoundAfterAMinuteAndTheOldOneIsGone()
    {
        var old = _check.Issuer.Sign(_check.Now);
        await _check.LookAsync(old);
        _check.Issuer.RsaKeyId = "rsa-2";
        _check.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
        Assert.Equal("the issuer has no such key", await _check.RefusalAsync(old));
    }

    [Fact]
    public async Task Server_DownFromTheStart_LetsNobodyInAndIsAskedOnceAMinute()
    {
        _check.IsDown = true;
        for (var second = 0; second < 60; second++)
        {
            Assert.IsType<AssertionVerdict.NoKeys>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
            _check.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Single(_check.Server.Requests);
        _check.IsDown = false;
        Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
    }

    [Fact]
    public async Task Server_DownWithinTheHour_CostsNothing_AfterIt_LetsNobodyIn()
    {
        await _check.LookAsync(_check.Issuer.Sign(_check.Now));
        _check.IsDown = true;
        _check.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
        _check.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<AssertionVerdict.NoKeys>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[],"keys":[]}""")]
    public async Task Answer_ThatIsNoKeySet_LetsNobodyIn(string published)
    {
        _check.Published = published;

        Assert.IsType<AssertionVerdict.NoKeys>(await _check.LookAsync(_check.Issuer.Sign(_check.Now)));
    }

    [Theory]
    [InlineData("kty", "oct")]
    [InlineData("alg", "HS256")]
    [InlineData("alg", "RS512")]
    [InlineData("use", "enc")]
    [InlineData("n", "AQAB")]
    [InlineData("e", "")]
    public async Task Key_ThatCannotCheckASignature_IsLeftOut(string member, string value)
    {
        var document = JsonNode.Parse(_check.Issuer.KeySet())!;
        document["keys"]![0]![member] = value;
        _check.Published = document.ToJsonString();

        Assert.Equal("the issuer has no such key", await _check.RefusalAsync(_check.Issuer.Sign(_check.Now)));
        Assert.IsType<AssertionVerdict.Believed>(await _check.LookAsync(_check.Issuer.Sign(_check.Now, algorithm: "ES256")));
    }

    [Fact]
    public void Point_BesideTheCurve_IsLeftOut()
    {
        var document = JsonNode.Parse(_check.Issuer.KeySet())!;
        document["keys"]![1]!["y"] = document["keys"]![1]!["x"]!.GetValue<string>();

        Assert.Equal(["rsa-1"], KeySetParser.Parse(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()))!.Keys);
    }

    public void Dispose() => _check.Dispose();
}
