using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class UpdateEditsTests
{
    private static readonly string _a = Versions.Digest('a');
    private static readonly string _b = Versions.Digest('b');

    [Fact]
    public void Update_OfATag_WantsTheDigest() => Assert.Equal((Versions.Image, _b), Named(ContainerEdits.Update(Wish.Container(image: Versions.Image), _b)));

    [Fact]
    public void Update_OfAPin_MovesThePinWhereItStands() =>
        Assert.Equal(($"{Versions.Image}@{_b}", null), Named(ContainerEdits.Update(Wish.Container(image: $"{Versions.Image}@{_a}"), _b)));

    [Fact]
    public void Update_ToAVersionThatWasLeft_TakesItUpAgain() =>
        Assert.Empty(ContainerEdits.Update(Wish.Container() with { LeftDigests = [_b] }, _b).LeftDigests);

    [Fact]
    public void GoingBack_RemembersWhatWasLeft()
    {
        var back = ContainerEdits.GoBack(Wish.Container(image: Versions.Image) with { Digest = _b }, _a, _b);

        Assert.Equal((Versions.Image, _a), Named(back));
        Assert.Equal<string>([_b], back.LeftDigests);
    }

    [Fact]
    public void Staying_WithWhatRuns_RemembersTheVersionThatFailed() =>
        Assert.Equal<string>([_b], ContainerEdits.GoBack(Wish.Container(image: Versions.Image) with { Digest = _b }, _a, _a).LeftDigests);

    [Fact]
    public void GoingBack_ManyTimes_RemembersTheLastFew()
    {
        var container = Wish.Container(image: Versions.Image);
        foreach (var letter in "bcdef0123456789")
            container = ContainerEdits.GoBack(container with { Digest = Versions.Digest(letter) }, _a, null);

        Assert.Equal(10, container.LeftDigests.Length);
        Assert.Equal(Versions.Digest('9'), container.LeftDigests[^1]);
    }

    private static (string Image, string? Digest) Named(DesiredContainer container) => (container.Image, container.Digest);
}
