using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Asks for a pass when a container behind an exposure or a free rule is reached elsewhere, or has become a server without a login: the next minute would be late for both.</summary>
internal sealed class ExposedContainerWatch(Live<DockerState> docker, DesiredStore desired, Signal changed) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = "";
        try
        {
            await foreach (var latest in docker.WatchAsync(stoppingToken))
            {
                var now = Facts(desired.Current, latest.Value);
                if (now != before)
                    changed.Raise();
                before = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    /// <summary>All that a plan takes from the Docker hosts, as one text to compare.</summary>
    internal static string Facts(DesiredState desired, DockerState docker) => string.Join('\n', desired.Exposures.Select(exposure =>
        $"{exposure.Id} {(exposure.Backend is ContainerBackend container ? BackendAddress.Of(container, desired, docker) : null)} {ServerBehind.Look(exposure.Backend, desired, docker)}")
        .Concat(desired.TunnelEntries.Select(entry => $"{entry.Id} {RuleSights.Of(entry, desired, docker)}")));
}
