using Bunit;
using HomelabPortal.Activity;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Activity;

public sealed class CurrentPlanTests
{
    [Fact]
    public async Task Plan_WithNothingToDo_SaysThatAllIsAsWanted() =>
        Assert.Contains("everything is as wanted", await TextAsync(null), StringComparison.Ordinal);

    /// <summary>What cannot be seen may be anything but as wanted.</summary>
    [Fact]
    public async Task Plan_WithATargetUnseen_SpeaksOfWhatCanBeSeenAndNamesTheOther()
    {
        var text = await TextAsync(new TargetFault(FaultKind.Retry, "The cluster does not answer."));

        Assert.Contains("Nothing to change in what can be seen.", text, StringComparison.Ordinal);
        Assert.Contains("The cluster does not answer.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("everything is as wanted", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TargetFault? fault)
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var now = page.Context.Clock.GetUtcNow();
        var status = new ReconcileStatus { LastPassAt = now, Targets = [new TargetStatus("kubernetes", now, fault)] };
        return page.Context.Render<CurrentPlan>(parameters => parameters.Add(card => card.Live, new LiveValue<ReconcileStatus>(status, now, null))).Find(".card").TextContent;
    }
}
