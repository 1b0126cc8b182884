using System.Collections.Immutable;

namespace HomelabPortal.Exposures;

/// <summary>What there is to expose, as last seen. Null lists are unknown, which is not the same as empty.</summary>
public sealed record BackendCatalog(ImmutableArray<ExposableService>? Services, ImmutableArray<ExposableContainer> Containers)
{
    public ExposableService? Find(string ns, string name) =>
        Services?.FirstOrDefault(service => service.Namespace == ns && service.Name == name);

    /// <param name="key">host/name:port, by the port of the host or else the container's own.</param>
    public ExposableContainer? FindContainer(string? key) =>
        Containers.FirstOrDefault(container => container.Key == key) ?? Containers.FirstOrDefault(container => $"{container.Host}/{container.Name}:{container.ContainerPort}" == key);
}

/// <summary>A Service and its ports.</summary>
public sealed record ExposableService(string Namespace, string Name, ImmutableArray<ExposablePort> Ports)
{
    public string Key => $"{Namespace}/{Name}";
}

/// <summary>A port by the name a route should use: its own, or its number when it has none.</summary>
public sealed record ExposablePort(string? Name, int Number)
{
    public string Key => string.IsNullOrEmpty(Name) ? Number.ToString() : Name;

    public string Label => string.IsNullOrEmpty(Name) ? Number.ToString() : $"{Name} ({Number})";

    public bool Is(string port) => Key == port || Number.ToString() == port;
}

/// <summary>A published port of a container on a Docker host.</summary>
/// <param name="Port">The port of the host.</param>
public sealed record ExposableContainer(string Host, string Address, string Name, int Port)
{
    public string Key => $"{Host}/{Name}:{Port}";

    /// <summary>The port in the container; the host's, unless that differs.</summary>
    public int ContainerPort { get; init; } = Port;

    public string? Image { get; init; }

    /// <summary>That the server in it has no login of its own, as the beginning of a sentence; null where nothing is known against it.</summary>
    public string? WithoutLogin { get; init; }

    /// <summary>Why the cluster does not reach it, and what to do; null when it does.</summary>
    public string? WhyNot { get; init; }
}
