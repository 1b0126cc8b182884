using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Access.Pages;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Tests.Access.Sessions;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access.Pages;

public sealed class SessionsCardTests : IAsyncLifetime
{
    private readonly UiContext _page = new();
    private SessionWorld _world = default!;

    public async Task InitializeAsync()
    {
        _world = await SessionWorld.OpenAsync();
        _page.Services.AddSingleton(_world.Acts);
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        _world.Dispose();
    }

    [Fact]
    public void OwnSessions_ThisDevice_IsFirstMarkedAndHasNoEnd()
    {
        AddSession("other");

        var rows = Render(PersonAt.Account).FindAll("tbody tr");

        Assert.Equal(2, rows.Count);
        Assert.Contains("Firefox on Linux", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("This device", rows[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("End", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Safari on iPhone", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("End", rows[1].QuerySelector("button")?.TextContent.Trim());
    }

    [Fact]
    public void OwnSessions_Expired_AreNotListed()
    {
        AddSession("old", expires: _page.Clock.GetUtcNow());

        Assert.Single(Render(PersonAt.Account).FindAll("tbody tr"));
    }

    [Fact]
    public void OwnSessions_OnlyThisOne_OfferNoEndOfOthers() =>
        Assert.DoesNotContain(Render(PersonAt.Account).FindAll("button"), button => button.TextContent.Trim() == "End all others");

    [Theory]
    [InlineData(Role.Operator, "Only an admin may end the session of somebody else. You are an operator.")]
    [InlineData(Role.Admin, null)]
    public void SessionsOfAnother_EndButtons_SayWhoMayPressThem(Role role, string? why)
    {
        _page.Person.Becomes(role);
        _page.Person.Add(new AccountInfo("account-bob", "bob", Role.Viewer, false, _page.Clock.GetUtcNow(), true, 0, []));
        AddSession("bobs", "account-bob");

        var card = Render("account-bob");

        Assert.Equal(why, card.WhyNot("End"));
        Assert.Equal(why, card.WhyNot("End all of bob"));
    }

    private IRenderedComponent<SessionsCard> Render(string accountId)
    {
        var (state, current) = (_page.Person.Access.Current.Value, _page.Services.GetRequiredService<CurrentActor>());
        var why = current.WhyNot(accountId == PersonAt.Account ? HomelabPortal.Access.Authority.Act.EndOwnSession : HomelabPortal.Access.Authority.Act.EndAnySession);
        return _page.Render<SessionsCard>(parameters => parameters
            .Add(part => part.Account, state.Accounts[accountId]).Add(part => part.Title, "Sessions")
            .Add(part => part.Lines, SessionLine.Of(state, accountId, PersonAt.Session, why, _page.Clock.GetUtcNow())));
    }

    private void AddSession(string id, string account = PersonAt.Account, DateTimeOffset? expires = null)
    {
        var now = _page.Clock.GetUtcNow();
        _page.Person.Add(new SessionInfo(id, account, "passkey", now, expires ?? now + SessionBook.MostAge, now, now, "10.0.0.20", "Mozilla/5.0 (iPhone) Version/26.0 Safari/604.1"));
    }
}
