using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Search;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Search;

public sealed class SearchRankTests
{
    [Theory]
    [InlineData("sonarr", 0)]
    [InlineData("SON", 1)]
    [InlineData("onarr", 3)]
    [InlineData("pod media", 4)]
    [InlineData("media son", 4)]
    [InlineData("radarr", null)]
    public void Rank_OfAPod_FollowsHowItsNameIsHit(string text, int? expected) =>
        Assert.Equal(expected, SearchRank.Of(Hit("sonarr"), text));

    [Theory]
    [InlineData("open-webui", "webui", 2)]
    [InlineData("open-webui", "-webui", 3)]
    [InlineData("tv.cowlab.org", "cowlab", 2)]
    public void Rank_OfAWordWithin_IsBetterThanOfItsMiddle(string name, string text, int expected) =>
        Assert.Equal(expected, SearchRank.Of(Hit(name), text));

    [Fact]
    public void Rank_OfAnything_NeverThrows() => Prop.ForAll<string?, string?>((name, text) => SearchRank.Of(Hit(name ?? ""), text ?? "") is null or >= 0).QuickCheckThrowOnFailure();

    private static SearchHit Hit(string name) => new("Pod", name, "media", "/", HealthState.Healthy);
}
