using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>Reads containers that somebody wants to take over. Secret values go from Docker into the vault and nowhere else.</summary>
internal sealed class Adoptions(IReadOnlyList<DockerHost> hosts, DesiredStore desired)
{
    /// <summary>The adoption, or why there is none.</summary>
    public async Task<(Adoption? Adoption, string? Fault)> ReadAsync(string host, string name, CancellationToken cancellationToken)
    {
        if (hosts.FirstOrDefault(one => one.Name == host) is not { } machine)
            return (null, $"There is no Docker host {host} in the settings.");
        try
        {
            if (await machine.Client.InspectContainerAsync(name, cancellationToken) is not { } details || GpuProbeSpec.IsOurs(details))
                return (null, $"There is no container {name} on {host}.");
            var image = await ImageAsync(machine, details, cancellationToken);
            return (new Adoption(
                AdoptedContainer.WishOf(host, machine.LanAddress, details, image), [.. LeftBehind.Of(details, image, machine.LanAddress)], AdoptionRules.WhyNot(details, desired.Current.Instance)), null);
        }
        catch (DockerApiException fault)
        {
            return (null, fault.Message);
        }
        catch (ArgumentException)
        {
            return (null, $"“{name}” is not the name of a container.");
        }
    }

    /// <summary>A wish that takes a container over, with the secret values that it leaves to that container; or why it cannot.</summary>
    public async Task<(ContainerWish Wish, string? Fault)> FillAsync(ContainerWish wish, CancellationToken cancellationToken)
    {
        if (wish.Adopt != true || hosts.FirstOrDefault(one => one.Name == wish.Host) is not { } machine || string.IsNullOrWhiteSpace(wish.Name))
            return (wish, null);
        try
        {
            if (await machine.Client.InspectContainerAsync(wish.Name.Trim(), cancellationToken) is not { } details)
                return (wish, null);
            if (AdoptionRules.WhyNot(details, desired.Current.Instance) is { } why)
                return (wish, why);
            return (AdoptedContainer.Fill(wish, machine.LanAddress, details, await ImageAsync(machine, details, cancellationToken)), null);
        }
        catch (DockerApiException fault)
        {
            return (wish, fault.Message);
        }
        catch (ArgumentException)
        {
            // The check says what is wrong with the name.
            return (wish, null);
        }
    }

    private static async Task<ContainerConfig?> ImageAsync(DockerHost machine, ContainerDetails details, CancellationToken cancellationToken) =>
        details.Image is { } id ? (await machine.Client.InspectImageAsync(id, cancellationToken))?.Config : null;
}
