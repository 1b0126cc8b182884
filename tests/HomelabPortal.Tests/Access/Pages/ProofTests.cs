using Bunit;
using HomelabPortal.Access.Pages;
using HomelabPortal.Desired;
using HomelabPortal.Plans;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>An act of weight asks who it is, in place, and goes on once that is proved.</summary>
public sealed class ProofTests
{
    private const string Question = "Confirm who you are to expose a service to the Internet.";

    [Fact]
    public async Task Publish_WithAStaleProof_AsksAndThenSaves()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var (dialog, proof) = Open(page);

        var saving = dialog.Button("Publish it").ClickAsync();
        await proof.WaitForAssertionAsync(() => Assert.Contains(Question, proof.Markup, StringComparison.Ordinal));
        Assert.NotNull(proof.Find("form[data-send] input[type=password]"));
        Assert.Empty(page.Store.Current.Exposures);
        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.Person.Proves();
        await GoesOnAsync(page, saving);

        Assert.Single(page.Store.Current.Exposures);
        Assert.DoesNotContain(Question, proof.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithAFreshProof_AsksNothing()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var (dialog, _) = Open(page, stale: false);

        await dialog.Button("Publish it").ClickAsync();

        Assert.Single(page.Store.Current.Exposures);
    }

    [Fact]
    public async Task Publish_QuestionClosed_SavesNothingAndKeepsThePlan()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var (dialog, proof) = Open(page);
        var saving = dialog.Button("Publish it").ClickAsync();
        await proof.WaitForAssertionAsync(() => Assert.Contains(Question, proof.Markup, StringComparison.Ordinal));

        await proof.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);
        await saving;

        Assert.Empty(page.Store.Current.Exposures);
        Assert.Contains("Nothing has to change outside the portal.", dialog.Markup, StringComparison.Ordinal);
        Assert.Equal(Question, dialog.Find(".error").TextContent);
    }

    [Fact]
    public async Task Publish_RoleLostWhileTheQuestionStands_IsRefused()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var (dialog, proof) = Open(page);
        var saving = dialog.Button("Publish it").ClickAsync();
        await proof.WaitForAssertionAsync(() => Assert.Contains(Question, proof.Markup, StringComparison.Ordinal));

        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.Person.Becomes(Role.Operator);
        page.Person.Proves();
        await GoesOnAsync(page, saving);

        Assert.Empty(page.Store.Current.Exposures);
        Assert.Contains("Only an admin may expose a service to the Internet.", dialog.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ToAnAccountOfAProvider_LinksToItInAnotherTab()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        page.Person.Change(account => account with { HasPassword = false, Providers = ["Gitea"] });
        var (dialog, proof) = Open(page);

        var saving = dialog.Button("Publish it").ClickAsync();
        await proof.WaitForAssertionAsync(() => Assert.Equal("/_portal/proof/provider?with=Gitea&return=%2Fproved", proof.Find("a.button").GetAttribute("href")));

        Assert.Equal("_blank", proof.Find("a.button").GetAttribute("target"));
        Assert.Empty(proof.FindAll("[data-send], [data-prove-passkey]"));
        page.Context.Services.GetRequiredService<ProofRequest>().GiveUp();
        await saving;
    }

    /// <summary>Readers of a live value take it at most ten times a second, also by the clock of a test, which must therefore go on meanwhile.</summary>
    private static async Task GoesOnAsync(ActsPage page, Task saving)
    {
        await Eventually.HoldsAsync(
            () =>
            {
                page.Context.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return saving.IsCompleted;
            },
            () => "The act did not go on after the proof.",
            TimeSpan.FromSeconds(30));
        await saving;
    }

    private static (IRenderedComponent<PlanDialog> Dialog, IRenderedComponent<ProofDialog> Proof) Open(ActsPage page, bool stale = true)
    {
        if (stale)
            page.Person.ProofGoesStale();
        var dialog = page.Context.Render<PlanDialog>(parameters => parameters
            .Add(part => part.Title, "Publish it?").Add(part => part.Act, "Publish it")
            .Add(part => part.Edit, new DesiredEdit.PutExposure(Desire.Exposure(visibility: Visibility.Tunnel)))
            .Add(part => part.OwnerId, "exposure01").Add(part => part.Open, true));
        return (dialog, page.Context.Render<ProofDialog>());
    }
}
