using System.Text.Json.Serialization;
using HomelabPortal.Desired;

namespace HomelabPortal.Exposures.Api;

/// <summary>What answers behind a hostname. A container has the address and port at which it was reached when it was exposed; the route follows it since.</summary>
internal sealed record BackendResource(BackendKind Kind)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Namespace { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Service { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Container { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scheme { get; init; }

    public string Port { get; init; } = "";

    public static BackendResource Of(Backend backend) => backend switch
    {
        KubernetesBackend inside => new(BackendKind.Service) { Namespace = inside.Namespace, Service = inside.Service, Port = inside.Port },
        ContainerBackend container => new(BackendKind.Container)
        {
            Container = $"{container.Place}:{container.Port}", Address = container.Address, Port = $"{container.HostPort}", Scheme = container.Scheme,
        },
        AddressBackend outside => new(BackendKind.Address) { Address = outside.Address, Port = $"{outside.Port}", Scheme = outside.Scheme },
        _ => throw new ArgumentOutOfRangeException(nameof(backend)),
    };
}
