using System.Text;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Overview.Status;

/// <summary>The document as a phone gets it on a bad connection.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class StatusPageTests : IAsyncLifetime
{
    private const int Most = 30_000;
    private HostedPortal? _portal;
    private string _cookie = "";

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync();
        var session = await _portal.BeginSessionAsync(await _portal.AddAccountAsync("victor", Role.Viewer));
        _cookie = await _portal.CookieOfAsync(session, "victor");
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Fact]
    public async Task Page_ForAViewer_IsSmallAndNeedsNoScript()
    {
        var (status, body, refresh) = await AskAsync(_cookie);

        Assert.Equal((200, "20"), (status, refresh));
        Assert.Contains("<h1", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.Ordinal);
        var styles = new[] { "tokens.css", "status.css" }.Sum(name => new FileInfo(RepositoryFolder.Combine("wwwroot-assets", "css", name)).Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(body) + styles, 1_000, Most);
    }

    [Fact]
    public async Task Page_ThatIsHeldStill_DoesNotLookAgainByItself() => Assert.Equal("", (await AskAsync(_cookie, "?still=true")).Refresh);

    [Fact]
    public async Task Page_ForNobody_AsksForASignIn() => Assert.Equal(302, (await AskAsync("")).Status);

    private async Task<(int Status, string Body, string Refresh)> AskAsync(string cookie, string query = "")
    {
        var answer = await _portal!.SendAsync(context =>
        {
            context.Request.Path = "/status";
            context.Request.QueryString = new QueryString(query);
            context.Request.Headers.Cookie = cookie;
        });
        return (answer.Response.StatusCode, await new StreamReader(answer.Response.Body).ReadToEndAsync(), answer.Response.Headers["Refresh"].ToString());
    }
}
