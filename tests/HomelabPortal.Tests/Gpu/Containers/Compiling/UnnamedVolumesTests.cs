using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu.Containers.Compiling;

public sealed class UnnamedVolumesTests
{
    private static readonly string _madeUp = new('a', 64);
    private static readonly DesiredContainer _wanted = Wish.Container("postgres");

    [Fact]
    public void Volume_ThatNobodyNamed_IsCarriedToWhatTakesItsPlace() =>
        Assert.Equal([$"{_madeUp}:/var/lib/postgresql/data"], BindsOf(_wanted, Mount(_madeUp, "/var/lib/postgresql/data")));

    [Fact]
    public void Volume_ThatIsReadOnly_StaysSo() =>
        Assert.Equal([$"{_madeUp}:/data:ro"], BindsOf(_wanted, Mount(_madeUp, "/data") with { IsWritable = false }));

    [Fact]
    public void Volume_WhereTheWishMountsAnother_IsLeft()
    {
        var wanted = _wanted with { Volumes = [new ContainerVolume("postgres-data", "/data/")] };

        Assert.Equal(["postgres-data:/data/"], BindsOf(wanted, Mount(_madeUp, "/data")));
    }

    [Fact]
    public void Mount_ThatSomebodyNamedAndTookAway_IsNotCarried() =>
        Assert.Null(BindsOf(_wanted, Mount("postgres-data", "/data"), new ContainerMount { Type = "bind", Source = "/srv", Destination = "/srv", IsWritable = true }));

    [Fact]
    public void Container_ThatReplacesNone_GetsNothing()
    {
        var spec = Compiled(_wanted);

        Assert.Same(spec, UnnamedVolumes.Carry(spec, _wanted, null));
    }

    private static IReadOnlyList<string>? BindsOf(DesiredContainer wanted, params ContainerMount[] mounts) =>
        UnnamedVolumes.Carry(Compiled(wanted), wanted, new ContainerDetails { Id = "former", Mounts = mounts }).HostConfig!.Binds;

    private static ContainerSpec Compiled(DesiredContainer wanted) => ContainerCompiler.Compile(wanted, "inst0001", GpuAttachmentMode.None, name => name);

    private static ContainerMount Mount(string name, string path) => new() { Type = "volume", Name = name, Destination = path, IsWritable = true };
}
