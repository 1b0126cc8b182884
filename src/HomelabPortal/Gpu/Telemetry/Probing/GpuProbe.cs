using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Telemetry.Probing;

/// <summary>Sees to it that the probe runs on a host, and runs commands in it.</summary>
internal static class GpuProbe
{
    /// <summary>
    /// Makes the probe, or starts the one that is there, or makes it anew when it is another than it should be.
    /// A container of its name that is somebody else's is left alone and is a fault.
    /// </summary>
    public static async Task EnsureAsync(DockerClient client, string image, GpuAttachmentMode attachment, CancellationToken cancellationToken)
    {
        var found = await client.InspectContainerAsync(GpuProbeSpec.Name, cancellationToken);
        if (found is not null && !GpuProbeSpec.IsOurs(found))
            throw new GpuProbeException($"The name {GpuProbeSpec.Name} is taken by a container that is not the portal's. Rename it, or take Docker:Hosts:…:GpuProbeImage away.");
        if (found is { State.Running: true } && GpuProbeSpec.Fits(found, image, attachment))
            return;
        if (found is not null)
            await client.RemoveAsync(found.Id, force: true, cancellationToken);
        if (await client.InspectImageAsync(image, cancellationToken) is null)
        {
            await foreach (var _ in client.PullAsync(image, null, cancellationToken))
            {
                // Small enough that nobody needs to see how far it is.
            }
        }

        var created = await client.CreateAsync(GpuProbeSpec.Name, GpuProbeSpec.For(image, attachment), cancellationToken);
        try
        {
            await client.StartAsync(created.Id, cancellationToken);
        }
        catch (DockerApiException)
        {
            // A start that fails leaves the container behind, and the next try would find its name taken.
            await client.RemoveAsync(created.Id, force: true, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Asks for the cards, and asks again for less when the driver does not know a field.</summary>
    public static async Task<string> ReadCardsAsync(DockerClient client, string container, CancellationToken cancellationToken)
    {
        var result = await client.ExecAsync(container, new ExecSpec { Command = SmiQueryOf(fewer: false) }, cancellationToken);
        if (result.ExitCode == Reading.SmiExit.UnknownField)
            result = await client.ExecAsync(container, new ExecSpec { Command = SmiQueryOf(fewer: true) }, cancellationToken);
        return result.ExitCode == 0 ? result.Output : throw new GpuProbeException(Reading.SmiExit.Words(result.ExitCode));
    }

    public static async Task<string> ReadProcessesAsync(DockerClient client, CancellationToken cancellationToken)
    {
        var result = await client.ExecAsync(GpuProbeSpec.Name, new ExecSpec { Command = Reading.SmiQuery.Processes }, cancellationToken);
        return result.ExitCode == 0 ? result.Output : throw new GpuProbeException(Reading.SmiExit.Words(result.ExitCode));
    }

    /// <summary>Whether a container still sees its card; null when that cannot be told, as without the program.</summary>
    public static async Task<bool?> SeesCardAsync(DockerClient client, string container, CancellationToken cancellationToken)
    {
        var result = await client.ExecAsync(container, new ExecSpec { Command = Reading.SmiQuery.List }, cancellationToken);
        return result.ExitCode switch
        {
            0 => true,
            126 or 127 => null,
            _ => false,
        };
    }

    private static IReadOnlyList<string> SmiQueryOf(bool fewer) => fewer ? Reading.SmiQuery.FewerOfCards : Reading.SmiQuery.Cards;
}
