using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

/// <summary>Whatever somebody asks for: what the check accepts gives no access to the host.</summary>
public sealed class HostAccessProperties
{
    private static readonly string[] _roots = ["/srv/models", "/mnt/ai"];
    private static readonly JsonSerializerOptions _wire = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Gen<string> _piece = Gen.Elements(
        "/", "..", ".", "srv", "models", "mnt", "ai", "etc", "proc", "self", "root", "sys", "var", "run", "docker.sock", "host", "container:", "ns:", ":", "\\", "\n", " ",
        "dev", "nvidia0", "dri", "renderD128", "sda", "GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a", "0", "nvidia.com/gpu=all", "vendor.com/x=y", "data", "-", "%2e%2e", ",", "rw", "\0", "～");

    private static readonly Gen<string> _hostile =
        from pieces in _piece.ListOf()
        from isPath in Gen.Elements(true, true, false)
        select (isPath ? "/" : "") + string.Join(isPath ? "/" : "", pieces.Take(6));

    private static readonly Gen<string> _path = Gen.Frequency(
        (1, _hostile),
        (2, Gen.Elements("/srv/models", "/srv/models/x", "/mnt/ai/y", "data")),
        (1, Gen.Elements("/srv/models", "/srv/models/x", "/mnt/ai/y", "data", "/", "/etc", "/proc", "/var/run/docker.sock", "/srv/models/../../etc", "/srv/models2", "data:/etc")));

    private static readonly Gen<HostReach> _reach =
        from privileged in Rarely
        from network in Rarely
        from processes in Rarely
        from memory in Rarely
        from capabilities in Gen.Frequency((6, Gen.Constant(ImmutableArray<string>.Empty)), (1, Gen.Constant(ImmutableArray.Create("SYS_ADMIN"))))
        select new HostReach { IsPrivileged = privileged, SharesNetwork = network, SharesProcesses = processes, SharesMemory = memory, Capabilities = capabilities };

    private static readonly Gen<GpuRequest?> _gpu = Gen.OneOf(
        Gen.Constant<GpuRequest?>(null),
        Gen.Choose(-1, 3).Select(count => (GpuRequest?)new GpuRequest { Count = count }),
        Gen.OneOf(_hostile, Gen.Elements("0", "GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a")).Select(id => (GpuRequest?)new GpuRequest { Ids = [id] }));

    private static readonly Arbitrary<(DesiredContainer Container, GpuAttachmentMode Attachment)> _wishes =
        (from source in _path.ListOf()
         from target in Gen.Frequency((1, _hostile), (4, Gen.Elements("/a", "/b", "/c")))
         from isReadOnly in Gen.Elements(true, false)
         from device in Gen.Frequency((4, Gen.Constant("/dev/dri/renderD128")), (2, _hostile), (1, Gen.Elements("/dev/sda", "/dev/nvidia0")))
         from hasDevice in Rarely
         from gpu in _gpu
         from network in Gen.Frequency((3, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("ai", "host", "container:x", "none")), (1, _hostile.Select(text => (string?)text)))
         from reach in _reach
         from address in Gen.Frequency((6, Gen.Elements("10.0.0.150", "127.0.0.1", "::1")), (1, Gen.Elements("", "0", "host", "10.0.0.150 ")))
         from attachment in Gen.Elements(Enum.GetValues<GpuAttachmentMode>())
         select (Wish.Container() with
         {
             Volumes = [.. source.Take(2).Select((path, at) => new ContainerVolume(path, at == 0 ? target : "/data", isReadOnly))],
             Devices = hasDevice ? [device] : [],
             Gpu = gpu,
             Network = network,
             Reach = reach,
             Ports = [new PublishedPort(address, 8080, 80)],
         }, attachment)).ToArbitrary();

    private static Gen<bool> Rarely => Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)));

    [Fact]
    public void AnyContainer_ThatTheCheckAccepts_OpensNothingOfItsHost() =>
        Prop.ForAll(_wishes, wish => ContainerChecks.Check(wish.Container, [], _roots).Count > 0 || Found(wish.Container, wish.Attachment).Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Generator_OfContainers_MakesManyThatAreAccepted() =>
        // Neither all nor none: the property above would say nothing.
        Assert.InRange(_wishes.Generator.Sample(1000).Count(wish => ContainerChecks.Check(wish.Container, [], _roots).Count == 0), 20, 950);

    [Fact]
    public void UnsafeContainer_IsSeenToOpenItsHost()
    {
        var container = Wish.Mounting("/etc") with { IsUnsafe = true, Reach = new HostReach { IsPrivileged = true, SharesNetwork = true } };

        Assert.Equal(["Binds: /etc:/data", "NetworkMode: host", "Privileged: true"], Found(container, GpuAttachmentMode.DeviceRequest).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Found(DesiredContainer container, GpuAttachmentMode attachment)
    {
        var spec = ContainerCompiler.Compile(container, "inst0001", attachment, _ => "");
        return HostAccess.Of(JsonSerializer.SerializeToNode(spec, _wire)!.AsObject(), _roots);
    }
}
