using System.Text.Json.Nodes;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Tests.Checks;

public sealed class MessageTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);
    private static readonly Uri _portal = new("https://portal.cowlab.org/");

    [Fact]
    public void Outage_ThatIsOverBeforeAnybodyWasTold_IsOneLine()
    {
        var message = Messages.Of([Down("nas", 1), Back("nas", 1)], TimeZoneInfo.Utc, _portal);

        Assert.Equal(["nas was down for 8 min, 09:30 UTC to 09:38 UTC."], message.Lines);
        Assert.True(message.IsGood);
    }

    [Fact]
    public void Message_OfOneCheck_LeadsToIt()
    {
        var message = Messages.Of([Down("nas", 1)], TimeZoneInfo.Utc, _portal);

        Assert.Equal(("nas is down", "https://portal.cowlab.org/checks/id-nas"), (message.Title, message.Href));
        Assert.Equal(["nas is down since 09:30 UTC. It refuses connections."], message.Lines);
    }

    [Fact]
    public void Message_OfMany_IsCutAndSaysSo()
    {
        var message = Messages.Of([.. Enumerable.Range(0, 50).Select(number => Down($"c{number}", number))], TimeZoneInfo.Utc, null);

        Assert.Equal("50 checks are down", message.Title);
        Assert.Equal((20, "And 31 more."), (message.Lines.Count, message.Lines[^1]));
        Assert.Null(message.Href);
    }

    [Fact]
    public void Discord_NeverCallsAnybody()
    {
        var post = Post(ChannelKind.Discord, "https://discord.example/api/webhooks/1/token", Down("@everyone *x*", 1));

        Assert.Empty(post["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Contains(@"\*x\*", (string)post["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Slack_CommandsInAName_AreWords() =>
        Assert.Contains("&lt;!channel&gt;", (string)Post(ChannelKind.Slack, "https://hooks.example/token", Down("<!channel>", 1))["text"]!, StringComparison.Ordinal);

    [Fact]
    public void Ntfy_ByHowUrgentItIs_HasItsPriority()
    {
        Assert.Equal(5, (int)Post(ChannelKind.Ntfy, null, Down("nas", 1))["priority"]!);
        Assert.Equal(4, (int)Post(ChannelKind.Ntfy, null, Down("nas", 1) with { Severity = CheckSeverity.Warning })["priority"]!);
        Assert.Equal(3, (int)Post(ChannelKind.Ntfy, null, Back("nas", 1))["priority"]!);
    }

    [Fact]
    public void Webhook_GivesProgramsWhatHappened()
    {
        var happened = Post(ChannelKind.Webhook, null, Back("nas", 7))["events"]![0]!;

        Assert.Equal(("recovered", "id-nas", "critical", 7), ((string?)happened["event"], (string?)happened["checkId"], (string?)happened["severity"], (int)happened["incident"]!));
    }

    [Fact]
    public void Channel_WithoutTheAddressItNeeds_SaysWhatToDo() =>
        Assert.Throws<NotifyFault>(() => Posts.Of(Channel(ChannelKind.Slack), null, Messages.Of([Down("nas", 1)], TimeZoneInfo.Utc, null)));

    private static JsonNode Post(ChannelKind kind, string? secret, Told told) =>
        JsonNode.Parse(Posts.Of(Channel(kind), secret, Messages.Of([told], TimeZoneInfo.Utc, _portal)).Json)!;

    private static DesiredChannel Channel(ChannelKind kind) => new() { Id = "c", Name = "Channel", Kind = kind, Address = "https://ntfy.example/", Topic = "lab" };

    private static Told Down(string name, long incident) => new(ToldKind.Down, $"id-{name}", name, CheckSeverity.Critical, "It refuses connections.", _now, null, incident);

    private static Told Back(string name, long incident) => new(ToldKind.Recovered, $"id-{name}", name, CheckSeverity.Critical, "It refuses connections.", _now.AddMinutes(8), _now, incident);
}
