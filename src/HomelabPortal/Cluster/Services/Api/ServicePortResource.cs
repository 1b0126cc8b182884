using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Services.Api;

/// <summary>A port of a service.</summary>
/// <param name="TargetPort">A number, or the name of a container's port.</param>
/// <param name="NodePort">Null when none was given out.</param>
internal sealed record ServicePortResource(string Name, int Port, string Protocol, string TargetPort, int? NodePort)
{
    public static ServicePortResource Of(ServicePort port) =>
        new(port.Name, port.Port, port.Protocol, port.TargetPort?.ToString() ?? $"{port.Port}", port.NodePort > 0 ? port.NodePort : null);
}
