using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>Pages shrink on their way to whoever is signed in; what anybody can ask for is sent as it is.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PageCompressionTests : IAsyncLifetime
{
    private HostedPortal? _portal;
    private string _cookie = "";

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync();
        var session = await _portal.BeginSessionAsync(await _portal.AddAccountAsync("ann", Role.Admin));
        _cookie = await _portal.CookieOfAsync(session, "ann");
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("identity", "")]
    public async Task Page_OfSomebodySignedIn_IsSentAsTheBrowserAsks(string accepted, string expected)
    {
        var (encoding, status) = await AskAsync("/settings", accepted, _cookie);

        Assert.Equal((expected, 200), (encoding, status));
    }

    [Fact]
    public async Task Page_OfNobody_IsNotCompressed()
    {
        var (encoding, status) = await AskAsync("/sign-in", "br", "");

        Assert.Equal(("", 200), (encoding, status));
    }

    [Fact]
    public async Task AnswerOfTheApi_IsNotCompressed()
    {
        var (encoding, status) = await AskAsync("/api/v1/exposures", "br", _cookie);

        Assert.Equal(("", 200), (encoding, status));
    }

    private async Task<(string Encoding, int Status)> AskAsync(string path, string accepted, string cookie)
    {
        var answer = await _portal!.SendAsync(context =>
        {
            context.Request.Path = path;
            context.Request.Headers.AcceptEncoding = accepted;
            context.Request.Headers.Cookie = cookie;
        });
        return (answer.Response.Headers.ContentEncoding.ToString(), answer.Response.StatusCode);
    }
}
