using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Access.Pages;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access.Pages;

public sealed class UserMenuTests : IDisposable
{
    private readonly UiContext _page = new();

    public UserMenuTests() => _page.Services.AddSingleton<AntiforgeryStateProvider>(new NoToken());

    public void Dispose() => _page.Dispose();

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Admin, true)]
    public void Menu_OfAPerson_HasNameRoleAndWhatIsTheirs(Role role, bool settings)
    {
        _page.Person.Becomes(role);

        var menu = _page.Render<UserMenu>();

        Assert.Contains("ada", menu.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains(role.Word(), menu.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Equal(settings, menu.FindAll("a[href='/settings']").Count == 1);
        Assert.Equal("post", menu.Find("form[action='/sign-out']").GetAttribute("method"));
    }

    [Fact]
    public void Menu_OfTheDemoAdmin_SaysSoAndOffersNoSignOut()
    {
        _page.Person.Change((SessionInfo session) => session with { Method = SessionInfo.Demo });

        var menu = _page.Render<UserMenu>();

        Assert.Contains("admin of the simulated lab", menu.Markup, StringComparison.Ordinal);
        Assert.Empty(menu.FindAll("form"));
    }

    [Fact]
    public void NotAllowed_PageThatAsksForAnAct_SaysWhoMay()
    {
        _page.Person.Becomes(Role.Viewer);

        var page = _page.Render<NotAllowed>(parameters => parameters.Add(part => part.Asked, "/settings?tab=sessions"));

        Assert.Contains("Only an admin may see who has an account. You are a viewer.", page.Markup, StringComparison.Ordinal);
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
