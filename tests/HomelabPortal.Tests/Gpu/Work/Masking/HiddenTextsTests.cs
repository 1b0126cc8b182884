using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Tests.Gpu.Work.Masking;

public sealed class HiddenTextsTests
{
    private const string M = Hidden.Mask;

    [Fact]
    public void Values_BehindDifferentOptions_FollowTheirOption() =>
        Assert.Equal(["--b", "two", "--a", "one"], HiddenTexts.Restore(["--b", M, "--a", M], ["--a", M, "--b", M], ["--a", "one", "--b", "two"]));

    [Fact]
    public void Values_BehindTheSameOption_ComeInTheirOrder() =>
        Assert.Equal(["--k", "one", "--k", "two"], HiddenTexts.Restore(["--k", M, "--k", M], ["--k", M, "--k", M], ["--k", "one", "--k", "two"]));

    [Fact]
    public void Values_BehindTheSameOptionOfWhichOneIsGone_AreNotGuessed() =>
        Assert.Equal(["--k", M], HiddenTexts.Restore(["--k", M], ["--k", M, "--k", M], ["--k", "one", "--k", "two"]));

    [Theory]
    [InlineData($"run --a {M} --b={M} -v", "run --a one --b=two -v")]
    [InlineData($"run --b={M}", "run --b=two")]
    [InlineData($"run --c {M}", $"run --c {M}")]
    [InlineData(M, M)]
    public void Text_ChangedAroundItsValues_KeepsThoseThatAreWhereTheyWere(string sent, string restored) =>
        Assert.Equal([restored], HiddenTexts.Restore([sent], [$"run --a {M} --b={M}"], ["run --a one --b=two"]));

    [Fact]
    public void Texts_SentBackAsTheyWereShown_AreWhatTheyWere() => Prop.ForAll(
        Gen.Elements("--key", "--token=abcd-efgh", "serve", "hunter22", "https://u:pa55word@host/", "sh -c 'x --password abcdefgh'", "a b", "PASSWORD=\"quoted one\"").ListOf().ToArbitrary(),
        words =>
        {
            var shown = WishMask.Of(new ContainerWish(Command: [.. words])).Command!;
            return HiddenTexts.Restore(shown, shown, [.. words]).SequenceEqual(words);
        }).QuickCheckThrowOnFailure();
}
