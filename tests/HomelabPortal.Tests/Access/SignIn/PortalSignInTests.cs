using System.Net;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.SignIn;

/// <summary>The real process on a real lab, from its first start: nobody in, one admin by the link, others by invitation.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PortalSignInTests : IAsyncLifetime
{
    private const string WrongPair = "The name or the password is not right.";
    private readonly PortalFolder _folder = new();
    private PortalProcess? _portal;

    private PortalProcess Portal => _portal!;

    public async Task InitializeAsync() => _portal = await _folder.StartAsync();

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Portal_AtItsFirstStart_LetsNobodyInBeforeTheSetupLinkIsUsed()
    {
        using var stranger = PortalPerson.Stranger(Portal.Address);

        foreach (var path in new[] { "/", "/exposures", "/activity", "/cluster/pods" })
        {
            using var response = await stranger.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.StartsWith("/sign-in?return=", response.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        using var negotiate = await stranger.PostFormAsync("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.Unauthorized, negotiate.StatusCode);
        using var admin = await Portal.AdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SetupLink_Used_OpensNothingMoreAndTheNextStartWritesNone()
    {
        using var first = await Portal.AdminAsync();
        var link = "/setup/" + Portal.Log.Split("/setup/")[1].Split(' ')[0];

        Assert.Contains("This link opens nothing", await first.Http.GetStringAsync(link), StringComparison.Ordinal);
        await Portal.DisposeAsync();
        _portal = await _folder.StartAsync();
        using var again = await Portal.AdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/")).StatusCode);
        Assert.DoesNotContain("/setup/", Portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithWhatIsNotRight_SaysTheSameForNameAndPassword()
    {
        using var admin = await Portal.AdminAsync();
        using var stranger = PortalPerson.Stranger(Portal.Address);

        var wrongPassword = await stranger.TrySubmitAsync("/sign-in", new() { ["Name"] = "owner", ["Password"] = "not the right one" });
        var wrongName = await stranger.TrySubmitAsync("/sign-in", new() { ["Name"] = "nobody-here", ["Password"] = PortalPerson.Password });

        Assert.Contains(WrongPair, await wrongPassword.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(WrongPair, await wrongName.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.Cookies.GetCookies(Portal.Address), cookie => cookie.Name == "portal");
    }

    [Fact]
    public async Task SignIn_FromAnywhere_GoesOnToALocalPageOnly()
    {
        using var admin = await Portal.AdminAsync();
        using var person = PortalPerson.Stranger(Portal.Address);
        var form = new Dictionary<string, string> { ["Name"] = "OWNER", ["Password"] = PortalPerson.Password };

        using var local = await person.TrySubmitAsync("/sign-in?return=%2Factivity%3Ftab%3Daudit", new(form));
        using var foreign = await person.TrySubmitAsync("/sign-in?return=%2F%2Fevil.example", new(form));

        Assert.Equal("/activity?tab=audit", PathOf(local));
        Assert.Equal("/", PathOf(foreign));
    }

    [Fact]
    public async Task SignOut_OfASession_EndsItAlsoForACopyOfItsCookie()
    {
        using var admin = await Portal.AdminAsync();
        using var thief = PortalPerson.Stranger(Portal.Address);
        thief.Cookies.SetCookies(Portal.Address, admin.CookieHeader.Replace("; ", ",", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await thief.Http.GetAsync("/")).StatusCode);

        using var left = await admin.PostAsync("/sign-out", null);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Post_WithoutTheAntiforgeryToken_DoesNothing()
    {
        using var admin = await Portal.AdminAsync();

        using var signOut = await admin.PostFormAsync("/sign-out", []);
        using var signIn = await admin.PostFormAsync("/sign-in", new() { ["_handler"] = "password", ["Name"] = "owner", ["Password"] = PortalPerson.Password });

        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task People_InvitedByTheAdmin_GetInWithTheirRole()
    {
        using var people = await PortalPeople.MakeAsync(Portal);

        foreach (var person in new[] { people.Operator, people.Viewer })
        {
            Assert.Equal(HttpStatusCode.OK, (await person.Http.GetAsync("/")).StatusCode);
            using var tries = await person.PostAsync("/_portal/invitations", new { role = "Admin" });
            Assert.Equal(HttpStatusCode.Forbidden, tries.StatusCode);
        }
    }

    [Fact]
    public async Task Proof_ByPassword_IsTakenOnlyWhenItIsRight()
    {
        using var admin = await Portal.AdminAsync();

        using var wrong = await admin.PostAsync("/_portal/proof/password", new { password = "not the right one" });
        using var right = await admin.PostAsync("/_portal/proof/password", new { password = PortalPerson.Password });

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("The password is not right.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task AdminLink_AskedForAtTheCommandLine_LetsTheAdminChooseANewPasswordOnce()
    {
        using var admin = await Portal.AdminAsync();

        var (code, output) = await PortalProcess.FailAsync(_folder.Settings, CancellationToken.None, "admin-link");
        var link = output[output.IndexOf("/invitation/", StringComparison.Ordinal)..].Trim();
        using var back = await PortalPerson.JoinAsync(Portal.Address, link, PortalProcess.AdminName);

        Assert.Equal(0, code);
        Assert.Equal(HttpStatusCode.OK, (await back.Http.GetAsync("/")).StatusCode);
        // Whoever had the account before is out.
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Http.GetAsync("/")).StatusCode);
        Assert.Contains("This link opens nothing", await back.Http.GetStringAsync(link), StringComparison.Ordinal);
    }

    private static string PathOf(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : response.Headers.Location!.OriginalString;
}
