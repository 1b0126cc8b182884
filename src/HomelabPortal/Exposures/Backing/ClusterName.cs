using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Pure: by which name and port pods reach what an exposure leads to, without the way through the ingress.</summary>
internal static class ClusterName
{
    public static string Of(Exposure exposure, DesiredState desired, DockerState docker, IngressOptions options) => exposure.Backend switch
    {
        KubernetesBackend inside => $"{inside.Service}.{inside.Namespace}.svc:{inside.Port}",
        AddressBackend outside => Ours(exposure, outside, options),
        ContainerBackend container => Ours(exposure, BackendAddress.Of(container, desired, docker), options),
        _ => throw new ArgumentOutOfRangeException(nameof(exposure)),
    };

    private static string Ours(Exposure exposure, AddressBackend outside, IngressOptions options) => $"{ExposureCompiler.ObjectName(exposure)}.{options.Namespace}.svc:{outside.Port}";
}
