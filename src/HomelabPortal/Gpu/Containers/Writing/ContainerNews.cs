using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>Asks for a pass when a wanted container started, ended or changed its health, so that nobody waits for the next minute.</summary>
internal sealed partial class ContainerNews(Live<DockerState> live, DesiredStore desired, Signal look, ILogger<ContainerNews> logger) : BackgroundService
{
    private static readonly string[] _healths = ["(healthy)", "(unhealthy)", "(health: starting)"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var state in live.WatchAsync(stoppingToken))
                {
                    var now = Of(state.Value, desired.Current);
                    if (now != last)
                        look.Raise();
                    last = now;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    /// <summary>What of the wanted containers makes another plan; their uptime does not.</summary>
    internal static string Of(DockerState state, DesiredState desired)
    {
        var wanted = desired.Containers.Select(container => container.Place).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', state.Hosts.SelectMany(host => host.Containers
            .Where(container => wanted.Contains($"{host.Name}/{container.Name}"))
            .Select(container => $"{host.Name}/{container.Name} {container.Id} {container.State} {HealthOf(container.Status)}")));
    }

    private static string HealthOf(string status) => _healths.FirstOrDefault(health => status.Contains(health, StringComparison.Ordinal)) ?? "";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Following the containers failed; it begins again")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
