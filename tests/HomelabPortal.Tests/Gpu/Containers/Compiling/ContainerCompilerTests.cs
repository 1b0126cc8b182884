using System.Text.Json;
using System.Text.Json.Serialization;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu.Containers.Compiling;

public sealed class ContainerCompilerTests
{
    private static readonly JsonSerializerOptions _wire = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly DesiredContainer _container = Wish.Container() with
    {
        Gpu = new GpuRequest { Ids = ["GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a"] },
        Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s1" }],
        Ports = [new PublishedPort("10.0.0.150", 11434, 11434)],
        Volumes = [new ContainerVolume("ollama", "/root/.ollama"), new ContainerVolume("/srv/m", "/m", true)],
        MemoryMiB = 1024, Processors = 1.5m, SharedMemoryMiB = 64,
        Health = new HealthProbe("ollama list", StartSeconds: 60),
    };

    [Theory]
    [InlineData(nameof(GpuAttachmentMode.DeviceRequest), """[{"Driver":"nvidia","DeviceIDs":["GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a"],"Capabilities":[["gpu"]]}]""", null)]
    [InlineData(nameof(GpuAttachmentMode.Cdi), """[{"Driver":"cdi","DeviceIDs":["nvidia.com/gpu=GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a"]}]""", null)]
    [InlineData(nameof(GpuAttachmentMode.Runtime), "null", "nvidia")]
    public void Gpu_ByTheModeOfTheHost_IsAskedForInItsWords(string attachment, string requests, string? runtime)
    {
        var spec = Compile(_container, Enum.Parse<GpuAttachmentMode>(attachment));

        Assert.Equal(requests, JsonSerializer.Serialize(spec.HostConfig!.DeviceRequests, _wire));
        Assert.Equal(runtime, spec.HostConfig.Runtime);
    }

    [Fact]
    public void Gpu_AllOfThem_IsCountMinusOne() =>
        Assert.Equal(-1, Compile(_container with { Gpu = GpuRequest.All }, GpuAttachmentMode.DeviceRequest).HostConfig!.DeviceRequests!.Single().Count);

    [Fact]
    public void Runtime_WithTheFirstTwoGpus_NamesThemByIndex() => Assert.Contains(
        "NVIDIA_VISIBLE_DEVICES=0,1", Compile(_container with { Gpu = new GpuRequest { Count = 2 } }, GpuAttachmentMode.Runtime).Env!);

    [Theory]
    [InlineData(nameof(GpuAttachmentMode.Runtime), "NVIDIA_VISIBLE_DEVICES=void")]
    [InlineData(nameof(GpuAttachmentMode.DeviceRequest), null)]
    public void Container_WithoutAGpu_GetsNoneWhereTheEnvironmentDecides(string attachment, string? variable) => Assert.Equal(
        variable, Compile(_container with { Gpu = null, Variables = [] }, Enum.Parse<GpuAttachmentMode>(attachment)).Env?.Single());

    [Fact]
    public void Specification_OfAFullContainer_SaysExactlyThis()
    {
        var spec = Compile(_container, GpuAttachmentMode.DeviceRequest);

        Assert.Equal("ollama/ollama:0.6.2", spec.Image);
        Assert.Equal(["TOKEN=value of s1"], spec.Env);
        Assert.Equal(["ollama:/root/.ollama", "/srv/m:/m:ro"], spec.HostConfig!.Binds);
        Assert.Equal(("10.0.0.150", "11434"), spec.HostConfig.PortBindings!["11434/tcp"]!.Select(binding => (binding.HostIp!, binding.HostPort!)).Single());
        Assert.Equal((1L << 30, 1_500_000_000L, 64L << 20), (spec.HostConfig.Memory, spec.HostConfig.NanoCpus, spec.HostConfig.ShmSize));
        Assert.Equal(["CMD-SHELL", "ollama list"], spec.Healthcheck!.Test);
        Assert.Equal(60_000_000_000, spec.Healthcheck.StartPeriod);
        Assert.Equal("unless-stopped", spec.HostConfig.RestartPolicy!.Name);
    }

    [Fact]
    public void Labels_OfAContainer_SayWhoseItIsAndWhatItWasMadeFrom()
    {
        var labels = Compile(_container, GpuAttachmentMode.DeviceRequest).Labels!;

        Assert.Equal(("inst0001", _container.Id, SpecHash.Of(_container)), (labels[ContainerLabels.Managed], labels[ContainerLabels.App], labels[ContainerLabels.SpecHash]));
        Assert.DoesNotContain(labels.Values, value => value.Contains("value of s1", StringComparison.Ordinal));
    }

    private static HomelabPortal.Docker.ContainerSpec Compile(DesiredContainer container, GpuAttachmentMode attachment) =>
        ContainerCompiler.Compile(container, "inst0001", attachment, name => $"value of {name}");
}
