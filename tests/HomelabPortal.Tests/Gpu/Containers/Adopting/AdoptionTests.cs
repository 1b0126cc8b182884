using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Adopting;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu.Containers.Adopting;

public sealed class AdoptionTests
{
    private const string Lan = "10.0.0.160";
    private static readonly ContainerConfig _image = new()
    {
        Cmd = ["serve"], Env = ["PATH=/bin", "MODE=usual"], Labels = new Dictionary<string, string> { ["maker"] = "somebody" }, User = "app", WorkingDir = "/app",
    };

    [Fact]
    public void Container_AsItsImageHasIt_WantsOnlyTheImage()
    {
        var wish = WishOf(new ContainerConfig { Image = "ollama/ollama:0.6.2", Cmd = ["serve"], Env = ["PATH=/bin", "MODE=usual"], Labels = _image.Labels, User = "app" });

        var (container, _) = Read(wish);
        Assert.Equal(Wish.Container() with { Host = "gpu", Restart = RestartRule.No, IsStopped = false }, container);
    }

    [Fact]
    public void Secrets_OfTheEnvironment_AreMarkedAndLeftOut()
    {
        var wish = WishOf(new ContainerConfig { Image = "x/y", Env = ["HF_TOKEN=hf_abc", "MODE=fast"] });

        Assert.Equal([new VariableWish("HF_TOKEN", null, true), new VariableWish("MODE", "fast", false)], wish.Variables!);
        Assert.DoesNotContain("hf_abc", wish.ToString() + string.Join(' ', wish.Variables!), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_InValuesAndTexts_AreLeftOutAndFilledInAgain()
    {
        var config = new ContainerConfig
        {
            Image = "x/y", Env = ["DATABASE_URL=postgres://u:canary-1@db", "DB_PASSWORD=canary-2", "MODE=fast"],
            Cmd = ["serve", "--api-key", "canary-3", "--with", "canary-2"], Labels = new Dictionary<string, string> { ["app.token"] = "canary-4" },
        };
        var shown = WishOf(config);
        var filled = AdoptedContainer.Fill(shown, Lan, Details(config, new HostConfig()), _image);
        var (container, secrets) = ContainerReading.Read(filled, Wish.Container().Id, null, null, () => Guid.NewGuid().ToString("N"));

        Assert.Equal([new VariableWish("DATABASE_URL", null, true), new VariableWish("DB_PASSWORD", null, true), new VariableWish("MODE", "fast", false)], shown.Variables!);
        Assert.DoesNotContain("canary", string.Join(' ', [.. shown.Command!, .. shown.Labels!.Values]), StringComparison.Ordinal);
        Assert.Equal<string>(config.Cmd, container.Command);
        Assert.Equal("canary-4", container.Labels["app.token"]);
        Assert.Equal(["canary-2", "postgres://u:canary-1@db"], secrets.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Container_ThatTheCompilerMade_ComesBackAsItWas()
    {
        var wanted = Wish.Container() with
        {
            Command = ["serve", "--name", "a b"], Variables = [new ContainerVariable { Name = "MODE", Value = "fast" }],
            Ports = [new PublishedPort(Lan, 8081, 80), new PublishedPort("127.0.0.1", 53, 53, "udp")],
            Gpu = new GpuRequest { Ids = ["0"] }, Devices = ["/dev/dri/renderD128"], SharedMemoryMiB = 1024, MemoryMiB = 2048, Processors = 1.5m,
            Health = new HealthProbe("curl -f x", 15, 5, 4, 90), Restart = RestartRule.OnFailure, Network = "media", FurtherNetworks = ["web"], User = "1:1", StopSeconds = 40,
            Labels = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("team", "a"),
            IsUnsafe = true, Reach = new HostReach { SharesProcesses = true, Capabilities = ["SYS_PTRACE"] },
        };
        var spec = ContainerCompiler.Compile(wanted, "other", GpuAttachmentMode.DeviceRequest, name => name);
        var details = Details(spec, spec.HostConfig!) with
        {
            NetworkSettings = new ContainerNetworks { Networks = new Dictionary<string, ContainerNetwork?> { ["web"] = null, ["media"] = null } },
        };

        var (container, _) = Read(AdoptedContainer.WishOf("gpu", Lan, details, _image));

        Assert.Equal(wanted, container);
    }

    [Fact]
    public void Mounts_OfBothKinds_AreCarriedAndOthersAreSaid()
    {
        var details = Details(new ContainerConfig { Image = "x/y" }, new HostConfig()) with
        {
            Mounts =
            [
                new ContainerMount { Type = "bind", Source = "/srv/x", Destination = "/x" },
                new ContainerMount { Type = "volume", Name = "models", Source = "/var/lib/docker/volumes/models/_data", Destination = "/models", IsWritable = true },
                new ContainerMount { Type = "tmpfs", Destination = "/tmp" },
            ],
        };

        Assert.Equal([new VolumeWish("models", "/models", false), new VolumeWish("/srv/x", "/x", true)], AdoptedContainer.WishOf("gpu", Lan, details, null).Volumes!);
        Assert.Contains("tmpfs at /tmp", string.Join('\n', LeftBehind.Of(details, null, Lan)), StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_OpenEverywhere_AreBoundToTheNetworkAndThatIsSaid()
    {
        var details = Details(new ContainerConfig { Image = "x/y" }, new HostConfig
        {
            PortBindings = new Dictionary<string, IReadOnlyList<PortBinding>?> { ["80/tcp"] = [new PortBinding { HostIp = "", HostPort = "" }] },
        }) with
        {
            NetworkSettings = new ContainerNetworks { Ports = new Dictionary<string, IReadOnlyList<PortBinding>?> { ["80/tcp"] = [new PortBinding { HostIp = "0.0.0.0", HostPort = "32768" }] } },
        };

        Assert.Equal([new PortWish(Lan, 32768, 80, "tcp")], AdoptedContainer.WishOf("gpu", Lan, details, null).Ports!);
        Assert.Contains(Lan, Assert.Single(LeftBehind.Of(details, null, Lan)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rights_OnItsHost_NeedTheAdminsOverride()
    {
        var wish = WishOf(new ContainerConfig { Image = "x/y" }, new HostConfig { Privileged = true, CapAdd = ["CAP_SYS_ADMIN"] });

        Assert.True(wish.IsUnsafe);
        Assert.Equal(["SYS_ADMIN"], wish.Reach!.Capabilities!);
    }

    [Theory]
    [InlineData("com.docker.compose.project", "ai", "compose project ai")]
    [InlineData("io.portainer.accesscontrol.teams", "x", "Portainer")]
    [InlineData("com.centurylinklabs.watchtower.enable", "true", "Watchtower")]
    [InlineData("homelabportal.managed", "inst0001", "This portal")]
    [InlineData("homelabportal.managed", "another", "Another portal")]
    public void Container_ThatSomebodyKeeps_IsRefusedWithTheReason(string label, string value, string reason) => Assert.Contains(reason, WhyNot(label, value), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("com.centurylinklabs.watchtower.enable", "false")]
    [InlineData("team", "ai")]
    public void Container_ThatNobodyKeeps_CanBeTakenOver(string label, string value) => Assert.Null(WhyNot(label, value));

    [Fact]
    public void Container_ThatGoesWhenItStops_IsRefused() =>
        Assert.Contains("--rm", AdoptionRules.WhyNot(Details(new ContainerConfig(), new HostConfig { AutoRemove = true }), "inst0001"), StringComparison.Ordinal);

    [Fact]
    public void Everything_ThatCannotBeCarried_IsSaid()
    {
        var ties = new HostConfig
        {
            ExtraHosts = ["a:1.2.3.4"], Dns = ["1.1.1.1"], Ulimits = [new Ulimit { Name = "memlock" }], PidsLimit = 5, CapDrop = ["ALL"], SecurityOpt = ["no-new-privileges"],
            ReadonlyRootfs = true, Init = true, GroupAdd = ["video"], UtsMode = "host", RestartPolicy = new RestartPolicy { Name = "on-failure", MaximumRetryCount = 3 },
            LogConfig = new LogConfig { Type = "journald" }, Devices = [new DeviceMapping { PathOnHost = "/dev/a", PathInContainer = "/dev/b" }], Tmpfs = new Dictionary<string, string> { ["/run"] = "" },
        };
        var config = new ContainerConfig { WorkingDir = "/else", Hostname = "named", StopSignal = "SIGINT", Tty = true };

        Assert.Equal(18, LeftBehind.Of(Details(config, ties), _image, Lan).Count());
    }

    private static string? WhyNot(string label, string value) =>
        AdoptionRules.WhyNot(Details(new ContainerConfig { Labels = new Dictionary<string, string> { [label] = value } }, new HostConfig()), "inst0001");

    private static ContainerWish WishOf(ContainerConfig config, HostConfig? ties = null) => AdoptedContainer.WishOf("gpu", Lan, Details(config, ties ?? new HostConfig()), _image);

    private static ContainerDetails Details(ContainerConfig config, HostConfig ties) =>
        new() { Id = new string('f', 64), Name = "/ollama", Config = config, HostConfig = ties, State = new ContainerState { Status = "running", Running = true } };

    private static (DesiredContainer Container, IReadOnlyDictionary<string, string> Faults) Read(ContainerWish wish)
    {
        var (container, _) = ContainerReading.Read(wish, Wish.Container().Id, null, null, () => "new");
        return (container, ContainerChecks.Check(container, [], []));
    }
}
