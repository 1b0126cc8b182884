using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Updates.Keeping;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class KeptVersionsTests
{
    private const string Id = "ct00000001";

    [Fact]
    public void Versions_OnTheHost_AreToldTheLastFirst()
    {
        var versions = KeptVersions.Of(Id, Versions.Image, [Kept('a', 1, 2), Kept('b', 2, 3), Versions.On('c')], Versions.ImageId('c'));

        Assert.Equal([Versions.Digest('b'), Versions.Digest('a')], versions.Select(version => version.Digest));
        Assert.Equal((Versions.Now.AddDays(2), Versions.Now.AddDays(3)), (versions[0].Since, versions[0].Until));
    }

    [Fact]
    public void Version_ThatServesNow_IsNotAFormerOne() =>
        Assert.Empty(KeptVersions.Of(Id, Versions.Image, [Kept('a', 1, 2)], Versions.ImageId('a')));

    [Fact]
    public void Version_OfAnotherContainerOrRepository_IsNotOffered() =>
        Assert.Empty(KeptVersions.Of(Id, Versions.Image, [Kept('a', 1, 2, "ct00000002"), Kept('b', 1, 2, repository: "other/image")], null));

    [Fact]
    public void Names_BeyondTheMost_MayGo()
    {
        ImageSummary[] images = [Kept('a', 1, 2), Kept('b', 2, 3), Kept('c', 3, 4), Kept('d', 4, 5), Kept('e', 5, 6)];

        var gone = KeptVersions.TooMany(Id, images, Versions.ImageId('e')).Select(one => one.Image.Id);

        Assert.Equal([Versions.ImageId('a'), Versions.ImageId('e')], gone.Order());
    }

    [Fact]
    public void Names_OfOneVersionThatServedTwice_AreOneInTheEnd()
    {
        var twice = Kept('a', 1, 2) with { RepoTags = [Name(1, 2), Name(5, 6)] };

        Assert.Equal(Name(1, 2), Assert.Single(KeptVersions.TooMany(Id, [twice], Versions.ImageId('b'))).Name);
        Assert.Equal(Versions.Now.AddDays(6), Assert.Single(KeptVersions.Of(Id, Versions.Image, [twice], Versions.ImageId('b'))).Until);
    }

    [Fact]
    public void Name_OfAnyMoments_IsReadBackAsItWas() =>
        Prop.ForAll(
            (from since in Gen.Choose(0, 2_000_000_000) from length in Gen.Choose(0, 100_000_000) select (since, length)).ToArbitrary(),
            moments =>
            {
                var since = DateTimeOffset.UnixEpoch.AddSeconds(moments.since);
                var name = new KeptName(Id, since, since.AddSeconds(moments.length));
                return KeptName.Parse(name.ToString()) == name && name.Tag.Length <= 128;
            }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("homelabportal-kept/ct00000001")]
    [InlineData("homelabportal-kept/:20261122T120000000Z_20261122T120000000Z")]
    [InlineData("homelabportal-kept/ct00000001:latest")]
    [InlineData("homelabportal-kept/ct00000001:20261122T120000000Z_")]
    [InlineData("homelabportal-kept/ct00000001:20261199T120000000Z_20261122T120000000Z")]
    [InlineData("other/ct00000001:20261122T120000000Z_20261122T120000000Z")]
    [InlineData("<none>:<none>")]
    public void Name_OfAnythingElse_IsNone(string name) => Assert.Null(KeptName.Parse(name));

    private static string Name(int since, int until) => new KeptName(Id, Versions.Now.AddDays(since), Versions.Now.AddDays(until)).ToString();

    private static ImageSummary Kept(char letter, int since, int until, string id = Id, string repository = "ollama/ollama") =>
        Versions.On(letter, repository, new KeptName(id, Versions.Now.AddDays(since), Versions.Now.AddDays(until)).ToString());
}
