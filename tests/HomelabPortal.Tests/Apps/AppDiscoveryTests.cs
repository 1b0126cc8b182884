using HomelabPortal.Apps;
using HomelabPortal.Apps.Discovery;

namespace HomelabPortal.Tests.Apps;

public sealed class AppDiscoveryTests
{
    [Fact]
    public void Groups_OfTheSettings_ComeFirstAndTheOthersByName() =>
        Assert.Equal(["Media", "AI", "Home"], Groups(["media"], App("a", "AI"), App("b", "Home"), App("c", "Media")).Select(group => group.Name));

    [Fact]
    public void Apps_OfAGroup_GoByWeightAndThenByName() =>
        Assert.Equal(["zz", "a2", "a10"], Groups([], App("a10", "AI"), App("a2", "AI"), App("zz", "AI", weight: -1))[0].Apps.Select(app => app.Name));

    [Fact]
    public void Groups_ThatDifferInCaseOnly_AreOne() =>
        Assert.Single(Groups([], App("a", "media"), App("b", "Media")));

    [Fact]
    public void Address_OfTwoRoutes_IsOneTileTheMarkedOne()
    {
        var (groups, hidden) = AppDiscovery.Of(
            [Candidate.Shown(App("plain", "X", "http://tv.cowlab.org/"), false), Candidate.Shown(App("marked", "X", "https://tv.cowlab.org"), true)], []);

        Assert.Equal("marked", Assert.Single(groups[0].Apps).Name);
        Assert.Contains("marked leads to the same address", Assert.Single(hidden).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_WithAnotherPathOrPort_IsAnotherTile() =>
        Assert.Equal(3, Groups([], App("a", "X", "https://h/"), App("b", "X", "https://h/b"), App("c", "X", "https://h:8443/"))[0].Apps.Length);

    private static IReadOnlyList<AppGroup> Groups(string[] order, params LabApp[] apps) =>
        AppDiscovery.Of(apps.Select(app => Candidate.Shown(app, true)), order).Groups;

    private static LabApp App(string name, string group, string? href = null, int weight = 0) => new($"Link:{name}", name, group, href ?? $"https://{name}.cowlab.org/", weight);
}
