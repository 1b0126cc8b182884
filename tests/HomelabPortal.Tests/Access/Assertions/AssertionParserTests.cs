using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Tests.Access.Assertions;

public sealed class AssertionParserTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private readonly TestIssuer _issuer = new();

    [Theory]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","kid":""}""")]
    [InlineData("""{"alg":"RS256","kid":7}""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1","kid":"rsa-2"}""")]
    [InlineData("""{"alg":"RS256","\u0061lg":"none","kid":"rsa-1"}""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1","crit":["exp"]}""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1","b64":false}""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1","typ":"secevent+jwt"}""")]
    [InlineData("""{"alg":["RS256"],"kid":"rsa-1"}""")]
    [InlineData("""{"alg":"RS256","kid":"\ud800"}""")]
    [InlineData("""["RS256"]""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1"} {}""")]
    [InlineData("""{"alg":"RS256","kid":"rsa-1",}""")]
    public void Header_ThatTwoReadersCouldReadDifferently_IsNone(string header) =>
        Assert.Null(AssertionParser.Parse(_issuer.SignText(header, TestIssuer.Claims(_now).ToJsonString())));

    [Theory]
    [InlineData("iss", null)]
    [InlineData("sub", null)]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "\"1800000000\"")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "-1")]
    [InlineData("nbf", "\"soon\"")]
    [InlineData("iat", "null")]
    [InlineData("aud", "[]")]
    [InlineData("aud", "[\"a\",1]")]
    [InlineData("aud", "{}")]
    [InlineData("sub", "17")]
    public void Claim_MissingOrOfAnotherKind_IsNone(string claim, string? json)
    {
        var claims = TestIssuer.Claims(_now);
        claims.Remove(claim);
        var payload = json is null ? claims.ToJsonString() : claims.ToJsonString()[..^1] + $",\"{claim}\":{json}}}";

        Assert.Null(AssertionParser.Parse(_issuer.SignText(_issuer.Header().ToJsonString(), payload)));
    }

    [Fact]
    public void Claim_Twice_IsNone()
    {
        var payload = TestIssuer.Claims(_now).ToJsonString()[..^1] + ",\"sub\":\"admin\"}";

        Assert.Null(AssertionParser.Parse(_issuer.SignText(_issuer.Header().ToJsonString(), payload)));
    }

    [Theory]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(".AAAA")]
    [InlineData("+")]
    public void Text_WithSomethingBehindIt_IsNone(string rest) => Assert.Null(AssertionParser.Parse(_issuer.Sign(_now) + rest));

    [Fact]
    public void Signature_WrittenAnotherWay_IsNone()
    {
        var text = _issuer.Sign(_now);
        var others = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".Where(c => c != text[^1]).Select(c => text[..^1] + c);

        // 256 bytes leave four bits of the last letter unused, so fifteen other letters would decode to the same bytes.
        var same = others.Where(other => AssertionParser.Parse(other) is { } parsed && parsed.Signature.Span.SequenceEqual(AssertionParser.Parse(text)!.Signature.Span));
        Assert.Empty(same);
    }

    [Fact]
    public void Text_LongerThanAnyAssertion_IsNone()
    {
        Assert.NotNull(AssertionParser.Parse(_issuer.Sign(_now, claims => claims["groups"] = new string('g', 10_000))));
        Assert.Null(AssertionParser.Parse(_issuer.Sign(_now, claims => claims["groups"] = new string('g', 12_300))));
    }

    [Fact]
    public void Text_NestedWithoutEnd_IsNone() =>
        Assert.Null(AssertionParser.Parse(_issuer.SignText(_issuer.Header().ToJsonString(), string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500))));

    [Fact]
    public async Task Anything_TwoHundredThousandTimes_IsRefusedAndNeverThrows()
    {
        using var check = new TestCheck();
        var random = new Random(3);
        var good = check.Issuer.Sign(check.Now);
        for (var round = 0; round < 200_000; round++)
        {
            var text = Mutation(good, random);
            if (text != good)
                Assert.IsNotType<AssertionVerdict.Believed>(await check.LookAsync(text));
        }

        Assert.IsType<AssertionVerdict.Believed>(await check.LookAsync(good));
        Assert.Single(check.Server.Requests);
    }

    public void Dispose() => _issuer.Dispose();

    private string Mutation(string good, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(0xFFFF))]);
            case 1:
                return good.Remove(random.Next(good.Length), 1);
            case 2:
                return good.Insert(random.Next(good.Length), ((char)random.Next(0x2FF)).ToString());
            case 3:
                return good[..random.Next(good.Length)];
            case 4:
                var json = new byte[random.Next(60)];
                random.NextBytes(json);
                return $"{System.Buffers.Text.Base64Url.EncodeToString(json)}.{good.Split('.')[1]}.AAAA";
            default:
                return Nonsense(random);
        }
    }

    /// <summary>Well-formed parts around JSON with one byte changed.</summary>
    private string Nonsense(Random random)
    {
        var header = Encoding.UTF8.GetBytes(_issuer.Header().ToJsonString());
        var payload = Encoding.UTF8.GetBytes(new JsonObject { ["iss"] = TestIssuer.Name, ["aud"] = TestIssuer.Audience, ["sub"] = "\u00e9", ["exp"] = 1.8e9 }.ToJsonString());
        header[random.Next(header.Length)] = (byte)random.Next(256);
        payload[random.Next(payload.Length)] = (byte)random.Next(256);
        return $"{System.Buffers.Text.Base64Url.EncodeToString(header)}.{System.Buffers.Text.Base64Url.EncodeToString(payload)}.AAAA";
    }
}
