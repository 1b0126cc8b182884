using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

public sealed class HostFolderTests
{
    private static readonly string[] _roots = ["/srv/models", "/mnt/ai"];

    [Theory]
    [InlineData("/srv/models")]
    [InlineData("/srv/models/llama")]
    [InlineData("/mnt/ai/a b")]
    [InlineData("/mnt/ai/.cache")]
    public void Folder_UnderARoot_MayBeMounted(string path) => Assert.Null(HostFolder.WhyNot(path, _roots));

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("srv/models")]
    [InlineData("~/models")]
    [InlineData("/srv")]
    [InlineData("/srv/models2")]
    [InlineData("/srv/Models")]
    [InlineData("/srv/models/")]
    [InlineData("/srv/models//x")]
    [InlineData("/srv/models/.")]
    [InlineData("/srv/models/..")]
    [InlineData("/srv/models/../../etc")]
    [InlineData("/srv/models/ ..")]
    [InlineData("/srv/models:/x")]
    [InlineData("/srv/models\n/etc")]
    [InlineData("/srv/models/docker.sock")]
    [InlineData("/etc")]
    [InlineData("/proc/1/root")]
    [InlineData("/sys/fs/cgroup")]
    [InlineData("/var/run/docker.sock")]
    [InlineData("/run/containerd")]
    [InlineData("/var/lib/docker/volumes")]
    public void Folder_ThatOpensTheHost_MayNot(string path) => Assert.NotNull(HostFolder.WhyNot(path, _roots));

    /// <summary>A root that should never have been allowed opens nothing either.</summary>
    [Theory]
    [InlineData("/etc/docker", "/")]
    [InlineData("/var/lib/docker/volumes", "/var/lib")]
    [InlineData("/srv/../etc", "/srv")]
    public void SystemFolder_UnderARoot_MayNot(string path, string root) => Assert.NotNull(HostFolder.WhyNot(path, [root]));

    [Theory]
    [InlineData("/")]
    [InlineData("/var")]
    [InlineData("/etc/docker")]
    [InlineData("/var/lib")]
    [InlineData("/Run")]
    [InlineData("/srv/..")]
    public void Root_ThatHoldsTheSystem_IsNone(string root) => Assert.NotNull(HostFolder.WhyNoRoot(root));

    [Fact]
    public void Options_WithBadRoots_NameEachOfThem() =>
        Assert.Equal(2, new ContainerOptions { BindRoots = ["/", "/srv/models", "models"] }.Faults().Count());
}
