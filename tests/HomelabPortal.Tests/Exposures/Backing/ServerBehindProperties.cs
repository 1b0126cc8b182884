using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Tests.Exposures.Backing;

public sealed class ServerBehindProperties
{
    private const int Port = 8000;
    private static readonly LoginPolicy _policy = new() { Id = "lp00000001", Name = "Household" };

    /// <summary>Whatever runs where and however it is named: no rule without a login leads to the one model server of this world, and none with a path that is open.</summary>
    [Fact]
    public void Rules_OfAnyExposures_NeverOpenAModelServer() => Prop.ForAll(Worlds.ToArbitrary(), world =>
    {
        var (exposure, docker, isOpen) = world;
        var desired = new DesiredState { Exposures = [exposure], LoginPolicies = [_policy] };
        var rules = ExposureCompiler.Compile(desired, new IngressOptions(), new TunnelOptions(), GoldenCase.Now, docker).OfType<DesiredTunnelRule>().ToList();
        var isGuarded = exposure.LoginPolicy is not null && exposure.OpenPaths.IsEmpty;
        return !isOpen || isGuarded ? rules.Count == 1 : rules.Count == 0;
    }).QuickCheckThrowOnFailure();

    /// <summary>Exposures on the Internet, hosts, and by a reckoning of its own whether the model server stands behind.</summary>
    private static Gen<(Exposure Exposure, DockerState Docker, bool IsOpen)> Worlds =>
        from image in Gen.Elements("ollama/ollama", "ghcr.io/mostlygeek/llama-swap:cuda", "mirror.lan:5000/x/vllm/vllm-openai@sha256:00", "nginx:1", "ghcr.io/open-webui/open-webui:main")
        from bound in Gen.Elements("0.0.0.0", "::", "", Docks.Lan, "127.0.0.1")
        from byName in Gen.Elements(true, false)
        from port in Gen.Elements(Port, Port + 1)
        from policy in Gen.Elements<string?>(null, _policy.Id)
        from path in Gen.Elements<string?>(null, "/api")
        let docker = Docks.State(Docks.Seen("server", image, ports: new DockerPort(bound, Port, Port)), Docks.Seen("other", "nginx", ports: new DockerPort("0.0.0.0", Port + 1, 80)))
        let isModel = !image.StartsWith("nginx", StringComparison.Ordinal) && !image.Contains("webui", StringComparison.Ordinal)
        let exposure = new Exposure
        {
            Id = "ex00000001", Hostname = Hostname.Parse("ai.cowlab.org"), Visibility = Visibility.Tunnel, LoginPolicy = policy, IsPublicWithoutLogin = policy is null,
            OpenPaths = policy is null || path is null ? [] : [path],
            Backend = byName ? new ContainerBackend(Wish.Host, "server", Port) { Address = Docks.Lan, HostPort = Port } : new AddressBackend(Docks.Lan, port),
        }
        select (exposure, docker, isModel && (byName || (port == Port && bound != "127.0.0.1")));
}
