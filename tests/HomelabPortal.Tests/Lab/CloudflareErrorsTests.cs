using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Lab;

public sealed class CloudflareErrorsTests
{
    public static TheoryData<int> KnownCodes =>
        [81053, 81057, 81058, 81044, 1004, 9109, 10000, 6003, 6102, 6103, 6111, 7003, 7000, 1049, 1061, 1013, 1022, 1056, 10300, 971, 9300];

    [Theory]
    [MemberData(nameof(KnownCodes))]
    public void Code_MetInPractice_HasASentenceAndARemedy(int code)
    {
        var meaning = CloudflareErrors.Of(code);

        Assert.NotNull(meaning);
        Assert.Matches("^[A-Z“].*[.]$", meaning.Sentence);
        Assert.Matches("^[A-Z].*[.]$", meaning.Remedy);
    }

    [Theory]
    [InlineData(81053, "exists already", "adopt it")]
    [InlineData(9109, "mistyped, expired, revoked", "My Profile, API Tokens")]
    [InlineData(10000, "lacks a permission", "from the link on the page")]
    [InlineData(6111, "is not one", "name of a variable")]
    [InlineData(7003, "zone, account or tunnel ID is wrong", "Cloudflare:AccountId")]
    [InlineData(1022, "still has connectors", "clean up the connections")]
    [InlineData(1056, "as a whole", "last rule must match everything")]
    [InlineData(971, "limits the calls", "goes on by itself")]
    public void Code_OfTheReference_MeansWhatItSays(int code, string sentence, string remedy)
    {
        Assert.Contains(sentence, CloudflareErrors.Of(code)!.Sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, CloudflareErrors.Of(code)!.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Chain_SaysMoreThanItsWrapper()
    {
        var fault = new CloudflareApiException(CloudflareErrorKind.Validation, "m")
        {
            Tried = "create the A record a",
            Errors = [new CloudflareError(1004, "DNS Validation Error", [new CloudflareError(9300, "quota of 0", [])])],
        };

        Assert.Same(CloudflareErrors.Of(9300), CloudflareErrors.Of(fault));
        Assert.Equal(
            "Cloudflare did not create the A record a. The plan of this zone has no room for tags on records. Leave the tags out; the Free plan allows none."
            + " It said: DNS Validation Error (1004): quota of 0 (9300).",
            CloudflareFaults.Sentence(fault));
    }

    [Fact]
    public void Kinds_AllOfThem_HaveAMeaningWithoutACode()
    {
        foreach (var kind in Enum.GetValues<CloudflareErrorKind>())
        {
            var meaning = CloudflareErrors.Of(new CloudflareApiException(kind, "m"));
            Assert.EndsWith(".", meaning.Sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", meaning.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sentence_ForWantOfPermission_NamesIt()
    {
        var fault = new CloudflareApiException(CloudflareErrorKind.MissingPermission, "m")
        {
            Tried = "delete the tunnel x", MissingPermission = CloudflarePermission.TunnelEdit, Errors = [new CloudflareError(10000, "Authentication error", [])],
        };

        Assert.Contains("“Account > Cloudflare Tunnel > Edit”", CloudflareFaults.Sentence(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_WithoutAnAnswer_IsThatOfTheFault() =>
        Assert.Equal("no answer", CloudflareFaults.Sentence(new CloudflareApiException(CloudflareErrorKind.Unreachable, "no answer") { Tried = "list the zones" }));
}
