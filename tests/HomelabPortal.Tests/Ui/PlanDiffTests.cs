using Bunit;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Tests.Ui;

public sealed class PlanDiffTests
{
    [Fact]
    public async Task Plan_ReadsLikeADiffWithReasons()
    {
        await using var context = new UiContext();

        var plan = context.Render<PlanDiff>(parameters => parameters.Add(part => part.Lines,
        [
            new PlanLine(PlanLineKind.Create, "CNAME jellyfin.cowlab.org", "No record of that name exists."),
            new PlanLine(PlanLineKind.Update, "ttl 300 → auto"),
            new PlanLine(PlanLineKind.Delete, "IngressRoute media/old"),
            new PlanLine(PlanLineKind.Refused, "A pihole.cowlab.org", "Owned by external-dns."),
        ]));

        Assert.Equal(["+", "~", "−", "!"], plan.FindAll(".sign").Select(sign => sign.TextContent));
        Assert.Equal(["create", "update", "delete", "refused"], plan.FindAll("li b").Select(verb => verb.TextContent));
        Assert.Contains("Owned by external-dns.", plan.FindAll("li")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WithARequest_ShowsItOnDemand()
    {
        await using var context = new UiContext();

        var plan = context.Render<PlanDiff>(parameters => parameters.Add(part => part.Lines,
            [new PlanLine(PlanLineKind.Create, "CNAME jellyfin", null, "POST /zones/1/dns_records", "{ \"ttl\": 1 }")]));

        Assert.False(plan.Find("details").HasAttribute("open"));
        Assert.Equal("POST /zones/1/dns_records\n\n{ \"ttl\": 1 }", plan.Find("pre").TextContent);
    }

    [Fact]
    public async Task Plan_WithoutLines_SaysThatAllIsAsWanted()
    {
        await using var context = new UiContext();

        var plan = context.Render<PlanDiff>(parameters => parameters.Add(part => part.Lines, []));

        Assert.Contains("Nothing to change", plan.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_SayHowEachStands()
    {
        await using var context = new UiContext();

        var steps = context.Render<Steps>(parameters => parameters.Add(part => part.Items,
            [new Step("Write the route", StepPhase.Done), new Step("Write the rule", StepPhase.Running, "1 of 2 connectors"), new Step("Create the record", StepPhase.Pending)]));

        Assert.Equal(["Write the route, done", "Write the rule, running", "Create the record, pending"], steps.FindAll("li p:first-child").Select(text => text.TextContent));
        Assert.Contains("1 of 2 connectors", steps.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
    }
}
