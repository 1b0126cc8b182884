using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Editing.Form;

namespace HomelabPortal.Tests.Gpu.Containers.Editing;

public sealed class ContainerFormTests
{
    private static readonly DesiredContainer _full = Wish.Container() with
    {
        Command = ["serve", "--name", "two words"],
        Entrypoint = ["/bin/start"],
        Ports = [new PublishedPort("10.0.0.160", 8081, 80), new PublishedPort("127.0.0.1", 9000, 9000), new PublishedPort("::1", 9001, 9001), new PublishedPort("10.0.0.160", 53, 53, "udp")],
        Volumes = [new ContainerVolume("models", "/models"), new ContainerVolume("/srv/x", "/x", true)],
        Devices = ["/dev/dri/renderD128"],
        Gpu = new GpuRequest { Ids = ["0"] },
        Lease = new GpuLease(true, 22118, -5),
        SharedMemoryMiB = 100,
        MemoryMiB = 3333,
        Processors = 1.5m,
        Health = new HealthProbe("curl -f http://127.0.0.1/", 15, 5, 4, 900),
        Restart = RestartRule.OnFailure,
        Network = "media",
        FurtherNetworks = ["web", "back"],
        User = "1000:100",
        StopSeconds = 45,
        Labels = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("team", "a=b").Add("x", ""),
        IsUnsafe = true,
        Reach = new HostReach { SharesProcesses = true, Capabilities = ["SYS_PTRACE"] },
    };

    [Fact]
    public void Form_OfAContainer_BringsEveryFieldBack() => Assert.Equal(_full, Through(_full));

    [Fact]
    public void Form_OfAPlainContainer_AddsNothing() => Assert.Equal(Wish.Container(), Through(Wish.Container()));

    [Fact]
    public void Check_SwitchedOff_StaysAsItWas() =>
        Assert.Equal(_full with { Health = new HealthProbe("", 15, 5, 4, 900) }, Through(_full with { Health = new HealthProbe("", 15, 5, 4, 900) }));

    [Fact]
    public void Rights_WithoutTheOverride_AreLeftOut()
    {
        var form = ContainerForm.Of(_full);
        form.More.Reach.IsUnsafe = false;

        var wish = form.ToWish();

        Assert.True(Read(wish).Reach.IsNone);
        Assert.False(Read(wish).IsUnsafe);
    }

    [Theory]
    [InlineData(ContainerFields.Memory)]
    [InlineData(ContainerFields.Processors)]
    [InlineData(ContainerFields.SharedMemory)]
    [InlineData(ContainerFields.StopSeconds)]
    [InlineData(ContainerFields.Health)]
    [InlineData(ContainerFields.Lease)]
    [InlineData(ContainerFields.User)]
    [InlineData(ContainerFields.Network)]
    [InlineData(ContainerFields.Labels)]
    [InlineData(ContainerFields.Devices)]
    public void Answer_ThatMeansNothing_IsAFaultOfItsField(string field)
    {
        var form = ContainerForm.Of(Wish.Container() with { Gpu = GpuRequest.All, Lease = new GpuLease(false, 1024) });
        (form.More.MemoryGiB, form.More.Processors, form.More.SharedGiB, form.More.StopSeconds) = ("much", "x", "-", "soon");
        (form.More.Health.Choice, form.More.Health.Command, form.More.Health.Interval) = (HealthChoice.Command, "true", "often");
        (form.More.Priority, form.More.User, form.More.Networks, form.More.Labels, form.More.Devices) = ("high", "a b", "web web", "com.docker.compose.project=x", "/dev/sda");

        Assert.Contains(field, ContainerChecks.Check(Read(form.ToWish()), [], []).Keys);
    }

    [Fact]
    public void Mebibytes_ThroughTheForm_StayTheSame() =>
        Assert.All(Enumerable.Range(1, 70_000), mebibytes => Assert.Equal(mebibytes, FormText.MiB(FormText.GiB(mebibytes))));

    [Theory]
    [InlineData("", null)]
    [InlineData("1,5", 1536)]
    [InlineData("2", 2048)]
    [InlineData("-1", -1)]
    [InlineData("99999999999999999999999999999999", -1)]
    public void Gibibytes_AsTyped_AreMebibytes(string typed, int? mebibytes) => Assert.Equal(mebibytes, FormText.MiB(typed));

    private static DesiredContainer Through(DesiredContainer container) => Read(ContainerForm.Of(container).ToWish(), container);

    private static DesiredContainer Read(ContainerWish wish, DesiredContainer? before = null) =>
        ContainerReading.Read(wish, Wish.Container().Id, before, null, () => "new").Container;
}
