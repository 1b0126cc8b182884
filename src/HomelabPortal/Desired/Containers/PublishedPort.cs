namespace HomelabPortal.Desired.Containers;

/// <summary>A port of the host that leads into the container.</summary>
/// <param name="Address">The host's address it is bound to; never left to Docker, which would take all of them past the firewall.</param>
public sealed record PublishedPort(string Address, int HostPort, int ContainerPort, string Protocol = "tcp")
{
    public override string ToString() => $"{(Address.Contains(':') ? $"[{Address}]" : Address)}:{HostPort}→{ContainerPort}{(Protocol == "tcp" ? "" : $"/{Protocol}")}";
}
