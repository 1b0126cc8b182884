using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Reading;
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

    /// <summary>
    /// Asks the probe for the cards. One that no longer sees them lost them as others did, by a reload of the host's service manager:
    /// nobody can restart it but the portal, so that is done once.
    /// </summary>
    public static async Task<(string Table, bool WasLost)> ReadAsync(DockerClient client, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await AskAsync(client, GpuProbeSpec.Name, time, cancellationToken);
        if (result.ExitCode != SmiExit.LostCard)
            return (TableOf(result), false);
        await client.RestartAsync(GpuProbeSpec.Name, TimeSpan.Zero, cancellationToken);
        return (TableOf(await AskAsync(client, GpuProbeSpec.Name, time, cancellationToken)), true);
    }

    /// <summary>Asks for the cards in another container that has them.</summary>
    public static async Task<string> ReadCardsAsync(DockerClient client, string container, TimeProvider time, CancellationToken cancellationToken) =>
        TableOf(await AskAsync(client, container, time, cancellationToken));

    public static async Task<string> ReadProcessesAsync(DockerClient client, TimeProvider time, CancellationToken cancellationToken) =>
        TableOf(await RunAsync(client, GpuProbeSpec.Name, SmiQuery.Processes, time, cancellationToken));

    /// <summary>Asks in another way when the driver does not know a field.</summary>
    private static async Task<ExecResult> AskAsync(DockerClient client, string container, TimeProvider time, CancellationToken cancellationToken)
    {
        var question = SmiQuery.Cards;
        while (true)
        {
            var result = await RunAsync(client, container, question, time, cancellationToken);
            if (result.ExitCode != SmiExit.UnknownField || SmiQuery.After(question) is not { } next)
                return result;
            question = next;
        }
    }

    private static async Task<ExecResult> RunAsync(DockerClient client, string container, IReadOnlyList<string> command, TimeProvider time, CancellationToken cancellationToken) =>
        await SmiRun.AskAsync(client, container, command, time, cancellationToken)
        ?? throw new GpuProbeException($"nvidia-smi gave no answer within {SmiRun.Limit.TotalSeconds:0} s. Try it on the host; when it hangs there too, read the kernel's log and restart the host.");

    private static string TableOf(ExecResult result) => result.ExitCode == 0 ? result.Output : throw new GpuProbeException(SmiExit.Words(result.ExitCode));
}
