using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>Keeps the timeline of the Docker hosts. After a break it goes on where it was, and compares the containers with those before, since engines forget.</summary>
internal sealed partial class EventWatcher(IReadOnlyList<DockerHost> hosts, Live<DockerState> docker, Live<HostTimeline> live, Random random, TimeProvider time, ILogger<EventWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(hosts.Select(host => FollowAsync(host, stoppingToken)));

    private async Task FollowAsync(DockerHost host, CancellationToken stoppingToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), _longest, random);
        var follower = new EventFollower(host, docker, Add, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await follower.RunAsync(backoff.Reset, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DockerApiException)
            {
                // The host's own watcher says that it does not answer.
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault, host.Name);
            }

            await Task.Delay(backoff.Next(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Add(IReadOnlyList<HostEvent> happened)
    {
        if (happened.Count == 0)
            return;
        lock (_gate)
            live.Publish(live.Current.Value.With(happened));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Following the events of the Docker host {Host} failed; it begins again")]
        public static partial void Failed(ILogger logger, Exception fault, string host);
    }
}
