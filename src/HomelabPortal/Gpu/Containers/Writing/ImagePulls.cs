using System.Collections.Concurrent;
using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// Fetches images beside the reconciler, which must not wait for gigabytes. Nothing of it is stored:
/// after a restart the image is still missing, and Docker goes on with the layers that it has.
/// </summary>
internal sealed partial class ImagePulls(Live<PullState> live, Signal look, TimeProvider time, ILogger<ImagePulls> logger) : IDisposable
{
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longRest = TimeSpan.FromMinutes(10);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<PullKey, (Task Pull, DateTimeOffset? FailedAt)> _pulls = new();
    private readonly Lock _gate = new();

    /// <summary>Begins to fetch it unless that goes on already.</summary>
    public void Begin(DockerHost host, string image)
    {
        var key = new PullKey(host.Name, image);
        lock (_gate)
        {
            if (_pulls.TryGetValue(key, out var known) && known.FailedAt is null && !known.Pull.IsCompleted)
                return;
            Show(key, new ImagePull(image, 0, 0));
            _pulls[key] = (Task.Run(() => PullAsync(host, key), _end.Token), null);
        }
    }

    /// <summary>Forgets why it did not come, so that it is tried again at once.</summary>
    public void Forget(string host, string image)
    {
        var key = new PullKey(host, image);
        lock (_gate)
        {
            if (_pulls.TryGetValue(key, out var known) && known.FailedAt is not null && _pulls.TryRemove(key, out _))
                Show(key, null);
        }
    }

    /// <summary>The pulls of a host, with whether those that failed rested long enough.</summary>
    public ImmutableDictionary<string, ImagePull> Of(string host)
    {
        var now = time.GetUtcNow();
        return live.Current.Value.Pulls.Where(pull => pull.Key.Host == host).ToImmutableDictionary(
            pull => pull.Key.Image,
            pull => pull.Value with { MayRetry = _pulls.TryGetValue(pull.Key, out var known) && known.FailedAt is { } failed && now - failed >= (pull.Value.NeedsPerson ? _longRest : _rest) });
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task PullAsync(DockerHost host, PullKey key)
    {
        try
        {
            var tally = new PullTally();
            await foreach (var progress in host.Client.PullAsync(key.Image, null, _end.Token))
            {
                var totals = tally.Add(progress);
                Show(key, new ImagePull(key.Image, totals.DownloadedBytes, totals.TotalBytes));
            }

            Show(key, null);
            Log.Pulled(logger, key.Image, key.Host);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            Fail(key, fault);
        }

        look.Raise();
    }

    private void Fail(PullKey key, Exception fault)
    {
        var message = fault is DockerApiException api ? api.Message : "Pulling it failed unexpectedly. The log has the details.";
        Log.NotPulled(logger, fault is DockerApiException ? null : fault, key.Image, key.Host, message);
        lock (_gate)
        {
            _pulls[key] = (Task.CompletedTask, time.GetUtcNow());
            Show(key, new ImagePull(key.Image, 0, 0, message, fault is DockerApiException known && DockerFaults.NeedsPerson(known)));
        }
    }

    private void Show(PullKey key, ImagePull? pull)
    {
        lock (_gate)
        {
            var pulls = live.Current.Value.Pulls;
            live.Publish(new PullState(pull is null ? pulls.Remove(key) : pulls.SetItem(key, pull)));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Pulled {Image} on {Host}")]
        public static partial void Pulled(ILogger logger, string image, string host);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Could not pull {Image} on {Host}: {Reason}")]
        public static partial void NotPulled(ILogger logger, Exception? fault, string image, string host, string reason);
    }
}
