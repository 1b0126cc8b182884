namespace HomelabPortal.Gpu.Api;

/// <summary>A container.</summary>
/// <param name="State">Docker's word: running, exited and so on.</param>
/// <param name="Ports">TCP ports that other machines reach.</param>
/// <param name="Keys">Its names as a backend of an exposure, one for each port.</param>
internal sealed record ContainerResource(string Name, string Image, string State, string Status, IReadOnlyList<int> Ports, IReadOnlyList<string> Keys)
{
    public static ContainerResource Of(string host, DockerContainer container) => new(
        container.Name, container.Image, container.State, container.Status, [.. container.Ports], [.. container.Ports.Select(port => $"{host}/{container.Name}:{port}")]);
}
