using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Work.Disk;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Work.Disk;

public sealed class HostDisksTests
{
    private static readonly string _madeUp = new('a', 64);

    private static readonly DesiredState _desired = new()
    {
        Containers = [Wish.Container() with { Volumes = [new ContainerVolume("models", "/models", false)] }],
    };

    private static readonly DiskUsage _usage = new()
    {
        LayersSize = 900,
        Images =
        [
            Image("used", "web:1", 100, 10), Image("wanted", "ollama/ollama:0.6.2", 200, 40), Image("before", "ollama/ollama:0.6.1", 190, 30), Image("older", "ollama/ollama:0.5.0", 180, 20),
            Image("probe", "debian:stable-slim", 50, 5), Image("stray", "busybox:1", 60, 6), Image("nameless", "<none>:<none>", 70, 7),
            Image("kept", new KeptName("ct00000001", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)).ToString(), 80, 8),
            Image("busy", "building:1", 90, 9) with { Containers = 1 },
        ],
        Containers = [new ContainerSummary { Id = "c1", Names = ["/web"], ImageId = "sha256:used00000000000", State = "exited", Mounts = [new ContainerMount { Type = "volume", Name = "web-data" }], WrittenBytes = 3 }],
        Volumes =
        [
            Volume("web-data", 1000), Volume("models", 2000), Volume("left-over", 3000), Volume(_madeUp, 4000), Of(Volume("immich_pgdata", 5000), "com.docker.compose.project", "immich"),
            Of(Volume(new string('b', 64), 6000), "com.docker.compose.project", "immich"), Of(Volume("labelled", 7000), "com.docker.volume.anonymous", ""),
        ],
        BuildCache = [new BuildCacheRecord(11, false)],
    };

    private static readonly HostDisk _disk = HostDisks.Of(Wish.Host, _usage, _desired, "debian:stable-slim");

    [Theory]
    [InlineData("web:1", "used by web")]
    [InlineData("ollama/ollama:0.6.2", "wanted for ollama")]
    [InlineData("ollama/ollama:0.6.1", "the way back for ollama")]
    [InlineData("debian:stable-slim", "the portal measures GPUs with it")]
    [InlineData("ollama/ollama:0.5.0", null)]
    [InlineData("busybox:1", null)]
    [InlineData("homelabportal-kept/ct00000001:19700101T000000000Z_19700102T000000000Z", "a version to go back to")]
    [InlineData("building:1", "used by a container")]
    public void Image_ThatSomethingNeeds_Stays(string name, string? why) => Assert.Equal(why, _disk.Images.Single(image => image.Names.Contains(name)).Kept);

    [Theory]
    [InlineData("web-data", "used by web")]
    [InlineData("models", "wanted for ollama")]
    [InlineData("left-over", "somebody named it")]
    [InlineData("immich_pgdata", "belongs to the compose project immich")]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "belongs to the compose project immich")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", null)]
    [InlineData("labelled", null)]
    public void Volume_ThatSomethingNeeds_Stays(string name, string? why) => Assert.Equal(why, _disk.Volumes.Single(volume => volume.Name == name).Kept);

    [Fact]
    public void Plan_OfImages_NamesExactlyThoseAndWhatTheyFree()
    {
        var all = PrunePlan.Of(_disk, PruneScope.UnusedImages);
        var nameless = PrunePlan.Of(_disk, PruneScope.NamelessImages);

        Assert.Equal(["busybox:1", "ollama/ollama:0.5.0"], all.Items.Select(item => item.Title).Where(title => !title.StartsWith("without", StringComparison.Ordinal)).Order());
        Assert.Equal((3, 310L), (all.Items.Length, all.Bytes));
        Assert.Equal((1, 70L), (nameless.Items.Length, nameless.Bytes));
        Assert.NotEqual(all.Tag, nameless.Tag);
    }

    [Fact]
    public void Plan_OfVolumes_NamesOnlyThoseThatNobodyNamedAndNobodyKeeps() =>
        Assert.Equal([_madeUp, "labelled"], PrunePlan.Of(_disk, PruneScope.UnusedVolumes).Items.Select(item => item.Id).Order());

    private static ImageSummary Image(string id, string tag, long bytes, long made) =>
        new() { Id = $"sha256:{id.PadRight(15, '0')}", RepoTags = [tag], Size = bytes, SharedSize = 0, Created = made, Containers = -1 };

    private static DockerVolume Of(DockerVolume volume, string label, string value) => volume with { Labels = new Dictionary<string, string> { [label] = value } };

    private static DockerVolume Volume(string name, long bytes) => new() { Name = name, UsageData = new VolumeUsage(bytes, 0) };
}
