using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class VersionStandingsTests
{
    private static readonly DesiredContainer _container = Wish.Container(image: Versions.Image);
    private static readonly UpdateState _newer = Versions.State(Versions.Told('b'), Versions.On('a'));

    [Fact]
    public void Container_WithWhatItsRegistryHas_IsUpToDate() =>
        Assert.Equal(StandingKind.UpToDate, VersionStandings.Of(_container, Versions.Running('a'), Versions.State(Versions.Told('a'), Versions.On('a'))).Kind);

    [Fact]
    public void Container_WhoseTagMovedOn_IsOfferedTheOther()
    {
        var standing = VersionStandings.Of(_container, Versions.Running('a'), _newer);

        Assert.Equal((StandingKind.NewVersion, Versions.Digest('a'), Versions.Digest('b')), (standing.Kind, standing.Digest, standing.Offered));
    }

    [Fact]
    public void Version_ThatIsWantedAlready_IsNotOffered()
    {
        var standing = VersionStandings.Of(_container with { Digest = Versions.Digest('b') }, Versions.Running('a'), _newer);

        Assert.Equal((StandingKind.Wanted, null), (standing.Kind, standing.Offered));
    }

    [Fact]
    public void Version_ThatSomebodyWentBackFrom_IsSaidToBe() =>
        Assert.Equal(StandingKind.Left, VersionStandings.Of(_container with { LeftDigests = [Versions.Digest('b')] }, Versions.Running('a'), _newer).Kind);

    [Fact]
    public void Image_ByADigestAlone_IsPinned() =>
        Assert.Equal(StandingKind.Pinned, VersionStandings.Of(_container with { Image = $"ollama/ollama@{Versions.Digest('a')}" }, Versions.Running('a'), _newer).Kind);

    [Fact]
    public void Image_ByTagAndDigest_IsOfferedToMoveItsPin()
    {
        var standing = VersionStandings.Of(_container with { Image = $"{Versions.Image}@{Versions.Digest('a')}" }, Versions.Running('a'), _newer);

        Assert.Equal((StandingKind.NewVersion, true, Versions.Digest('b')), (standing.Kind, standing.IsPinned, standing.Offered));
    }

    [Fact]
    public void Image_BuiltOnTheHost_HasNobodyToAsk() =>
        Assert.Equal(StandingKind.Local, VersionStandings.Of(_container, Versions.Running('a'), Versions.State(null, Versions.On('a') with { RepoDigests = [] })).Kind);

    [Fact]
    public void Container_ThatNobodyWantsToKnowAbout_IsNotAsked() =>
        Assert.Equal(StandingKind.NotAsked, VersionStandings.Of(_container with { Updates = new UpdateRule { Mode = UpdateMode.Off } }, Versions.Running('a'), _newer).Kind);

    [Theory]
    [InlineData(FindingFault.SignIn, "wants a login")]
    [InlineData(FindingFault.NotThere, "has no ollama/ollama:latest")]
    [InlineData(FindingFault.Limited, "too many questions")]
    [InlineData(FindingFault.Unreachable, "could not reach Docker Hub")]
    public void Registry_ThatNeverTold_IsUnknownWithItsReason(FindingFault fault, string words)
    {
        var standing = VersionStandings.Of(_container, Versions.Running('a'), Versions.State(Versions.Failed(fault), Versions.On('a')));

        Assert.Equal(StandingKind.Unknown, standing.Kind);
        Assert.Contains(words, VersionWords.Sentence(standing, isRunning: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_ThatToldBefore_IsBelievedWithItsTrouble()
    {
        var standing = VersionStandings.Of(_container, Versions.Running('a'), Versions.State(Versions.Failed(FindingFault.Limited, before: 'b'), Versions.On('a')));

        Assert.Equal(StandingKind.NewVersion, standing.Kind);
        Assert.Contains("too many questions", VersionWords.Trouble(standing), StringComparison.Ordinal);
    }

    [Fact]
    public void Container_ThatIsNotThere_IsUnknown() =>
        Assert.Equal(StandingKind.Unknown, VersionStandings.Of(_container, null, _newer).Kind);

    [Fact]
    public void Host_WhoseImagesWereNotSeen_IsUnknown() =>
        Assert.Equal(StandingKind.Unknown, VersionStandings.Of(_container, Versions.Running('a'), UpdateState.Empty).Kind);

    [Theory]
    [InlineData("docker.io/library/busybox:1", "busybox")]
    [InlineData("library/busybox:1", "busybox")]
    [InlineData("busybox:1", "busybox")]
    public void Image_OfDockersOwnRegistry_IsKnownByItsShortName(string image, string repository)
    {
        var finding = Versions.Told('a', image);

        Assert.Equal(StandingKind.UpToDate, VersionStandings.Of(_container with { Image = image }, Versions.Running('a'), Versions.State(finding, Versions.On('a', repository))).Kind);
    }

    [Theory]
    [InlineData("ollama/ollama:latest", StandingKind.NewVersion)]
    [InlineData("sha256:a999999999999999999999999999999999999999999999999999999999999999", StandingKind.Unknown)]
    [InlineData("a99999999999", StandingKind.Unknown)]
    public void Foreign_ByTheNameThatDockerShows_IsToldOrUnknown(string image, StandingKind kind) =>
        Assert.Equal(kind, VersionStandings.OfForeign(Wish.Host, Versions.Running('a', image: image), _newer).Kind);
}
