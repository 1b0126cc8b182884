using HomelabPortal.Access.Tokens;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Access.Tokens;

public sealed class BearerRequestTests
{
    [Theory]
    [InlineData("/api/v1/lab", "Bearer hlp_x", true)]
    [InlineData("/api/v1/lab", "bearer nothing", true)]
    [InlineData("/api/v1/lab", "Basic b3duZXI6eA==", true)]
    [InlineData("/api/v1/lab", "", true)]
    [InlineData("/api/v1/lab", null, false)]
    [InlineData("/exposures", "Bearer hlp_x", true)]
    [InlineData("/_blazor/negotiate", "Bearer hlp_x", true)]
    [InlineData("/exposures", "Basic b3duZXI6eA==", false)]
    [InlineData("/exposures", null, false)]
    public void Request_WithAnAuthorizationHeader_StandsOrFallsByIt(string path, string? header, bool offers) =>
        Assert.Equal(offers, BearerRequest.OffersToken(Request(path, header)));

    [Fact]
    public void Token_InTheAddressOrACookie_IsSeenToBeRefused()
    {
        var inQuery = Request("/api/v1/lab", null);
        inQuery.QueryString = new QueryString("?access_token=hlp_abc");
        var inCookie = Request("/api/v1/lab", null);
        inCookie.Headers.Cookie = "anything=hlp_abc";

        Assert.True(BearerRequest.IsElsewhere(inQuery) && BearerRequest.OffersToken(inQuery));
        Assert.True(BearerRequest.IsElsewhere(inCookie) && BearerRequest.OffersToken(inCookie));
    }

    [Fact]
    public void Headers_MoreThanOne_AreNoToken()
    {
        var request = Request("/api/v1/lab", null);
        request.Headers.Authorization = new(["Bearer hlp_a", "Bearer hlp_b"]);

        Assert.Null(BearerRequest.TokenOf(request));
    }

    private static HttpRequest Request(string path, string? header)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        if (header is not null)
            request.Headers.Authorization = header;
        return request;
    }
}
