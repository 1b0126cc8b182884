using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

public sealed class ContainerChecksTests
{
    private static readonly string[] _roots = ["/srv/models"];

    [Fact]
    public void Container_ThatKeepsTheRules_HasNoFault() => Assert.Empty(Check(Wish.Container() with
    {
        Gpu = GpuRequest.All,
        Lease = new GpuLease(true, 20_000, 5),
        Ports = [new PublishedPort("10.0.0.150", 11434, 11434)],
        Volumes = [new ContainerVolume("ollama", "/root/.ollama"), new ContainerVolume("/srv/models/gguf", "/models", true)],
        Variables = [new ContainerVariable { Name = "OLLAMA_KEEP_ALIVE", Value = "5m" }, new ContainerVariable { Name = "TOKEN", Secret = "s1" }],
        Devices = ["/dev/dri/renderD128"],
        Health = new HealthProbe("ollama list"),
        Network = "ai",
    }));

    [Fact]
    public void Container_WithManyFaults_HasThemAllAtOnce() => Assert.Equal(
        ["devices", "gpu", "host", "image", "memoryMiB", "name", "network", "ports", "reach", "variables", "volumes"],
        Check(Wish.Container(name: "-", image: "No Image") with
        {
            Host = "",
            MemoryMiB = 1,
            Gpu = new GpuRequest { Ids = ["vendor.com/class=all"] },
            Devices = ["/dev/sda"],
            Network = "container:other",
            Ports = [new PublishedPort("", 80, 80)],
            Variables = [new ContainerVariable { Name = "A=B", Value = "c" }],
            Volumes = [new ContainerVolume("/etc", "/x")],
            Reach = new HostReach { IsPrivileged = true },
        }).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Variable_ThatGivesGpus_TakesAnAdmin()
    {
        var container = Wish.Container() with { Variables = [new ContainerVariable { Name = "NVIDIA_VISIBLE_DEVICES", Value = "vendor.com/class=dev" }] };

        Assert.Equal(["variables"], Check(container).Keys);
        Assert.Empty(Check(container with { IsUnsafe = true }));
    }

    [Theory]
    [MemberData(nameof(Reaching))]
    public void EachReach_ByItselfAlone_TakesAnAdmin(string what, string field, object container)
    {
        var faults = Check((DesiredContainer)container);
        Assert.True(faults.Keys.SequenceEqual([field]), $"{what}: {string.Join(", ", faults.Keys)}");
    }

    public static TheoryData<string, string, object> Reaching()
    {
        var plain = Wish.Container();
        return new()
        {
            { "privileged", "reach", plain with { Reach = new HostReach { IsPrivileged = true } } },
            { "the host's network", "reach", plain with { Network = "host", Reach = new HostReach { SharesNetwork = true } } },
            { "the host's processes", "reach", plain with { Reach = new HostReach { SharesProcesses = true } } },
            { "the host's memory", "reach", plain with { Reach = new HostReach { SharesMemory = true } } },
            { "a right of the kernel", "reach", plain with { Reach = new HostReach { Capabilities = ["SYS_ADMIN"] } } },
            { "the host's network by its name", "network", plain with { Network = "host" } },
            { "the host's network by its name, further", "network", plain with { Network = "ai", FurtherNetworks = ["host"] } },
            { "another container's network", "network", plain with { Network = "container:other" } },
            { "a folder beside the roots", "volumes", Wish.Mounting("/home/me") },
            { "a folder of the system", "volumes", Wish.Mounting("/etc") },
            { "a folder that seems to be under a root", "volumes", Wish.Mounting("/srv/models/../../etc") },
            { "a socket under a root", "volumes", Wish.Mounting("/srv/models/docker.sock") },
            { "a volume that hides a folder", "volumes", Wish.Mounting("data:/etc") },
            { "a device that is no GPU", "devices", plain with { Devices = ["/dev/sda"] } },
            { "a device of another kind by name", "gpu", plain with { Gpu = new GpuRequest { Ids = ["vendor.com/class=all"] } } },
            { "every address of the host", "ports", plain with { Ports = [new PublishedPort("", 80, 80)] } },
            { "an address that means every one", "ports", plain with { Ports = [new PublishedPort("0", 80, 80)] } },
        };
    }

    [Theory]
    [InlineData("GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a")]
    [InlineData("0")]
    public void Gpu_ByItsName_MayBeAskedFor(string id) => Assert.Empty(Check(Wish.Container() with { Gpu = new GpuRequest { Ids = [id] } }));

    [Theory]
    [InlineData("03:00", "05:00", "Europe/Berlin", true)]
    [InlineData("23:00", "02:00", "UTC", true)]
    [InlineData("03:00", "03:00", "UTC", false)]
    [InlineData("03:00", "05:00", "Mars/Olympus", false)]
    [InlineData("03:00", "05:00", "../../etc/passwd", false)]
    [InlineData("03:00", "05:00", "", false)]
    public void Window_OfUpdates_HasTwoTimesAndAZone(string from, string to, string zone, bool isGood)
    {
        var window = new UpdateWindow { From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), TimeZone = zone };

        Assert.Equal(isGood ? [] : ["updates"], Check(Wish.Container() with { Updates = new UpdateRule { Mode = UpdateMode.Window, Window = window } }).Keys);
    }

    [Fact]
    public void Schedule_WithoutAWindow_IsAFault() =>
        Assert.Equal(["updates"], Check(Wish.Container() with { Updates = new UpdateRule { Mode = UpdateMode.Window } }).Keys);

    [Fact]
    public void File_OfAVariableThatIsNoSecret_IsAFault() =>
        Assert.Contains("only be given as a file", Check(Wish.Container() with { Variables = [new ContainerVariable { Name = "MODE", Value = "fast", IsFile = true }] })["variables"], StringComparison.Ordinal);

    [Fact]
    public void File_OfASecret_TakesTheNameOfItsVariable() =>
        Assert.Contains("TOKEN_FILE is there twice", Check(Wish.Container() with
        {
            Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s1", IsFile = true }, new ContainerVariable { Name = "TOKEN_FILE", Value = "/x" }],
        })["variables"], StringComparison.Ordinal);

    [Theory]
    [InlineData("/dev/mem")]
    [InlineData("/dev/nvidia0/../sda")]
    [InlineData("/dev/dri")]
    [InlineData("/dev/kvm")]
    public void Device_ThatIsNoGpu_TakesAnAdmin(string device)
    {
        var container = Wish.Container() with { Devices = [device] };

        Assert.Equal(["devices"], Check(container).Keys);
    }

    [Fact]
    public void Folder_BeneathAWritableOne_CouldBecomeALink()
    {
        var writer = Wish.Container("writer", "ct00000002") with { Volumes = [new ContainerVolume("/srv/models", "/m")] };
        var reader = Wish.Mounting("/srv/models/llama", isReadOnly: true);

        Assert.Contains("lead anywhere", Check(reader, writer)["volumes"]);
        Assert.Contains("lead anywhere", Check(writer, reader)["volumes"]);
        Assert.Empty(Check(reader, writer with { Volumes = [new ContainerVolume("/srv/models", "/m", true)] }));
        Assert.Empty(Check(reader, writer with { Host = "other" }));
    }

    [Fact]
    public void UnsafeContainer_MayReachItsHost() => Assert.Empty(Check(Wish.Mounting("/etc") with
    {
        IsUnsafe = true, Devices = ["/dev/kvm"], Network = "host",
        Reach = new HostReach { IsPrivileged = true, SharesNetwork = true, Capabilities = ["SYS_ADMIN"] },
    }));

    [Theory]
    [InlineData("homelabportal.app")]
    [InlineData("com.docker.compose.project")]
    [InlineData("HomelabPortal.managed")]
    public void Label_OfATool_IsNotForOthers(string label) =>
        Assert.Equal(["labels"], Check(Wish.Container() with { Labels = Wish.Container().Labels.Add(label, "x") }).Keys);

    [Fact]
    public void Name_OfAVersionPutAside_IsRefused() => Assert.Equal(["name"], Check(Wish.Container("ollama.prev-1")).Keys);

    private static IReadOnlyDictionary<string, string> Check(DesiredContainer container, params DesiredContainer[] others) =>
        ContainerChecks.Check(container, others, _roots);
}
