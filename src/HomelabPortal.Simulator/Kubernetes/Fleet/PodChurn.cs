using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>Changes pod statuses at a steady rate, for measurements.</summary>
/// <remarks>
/// Each change sets the first container's restart count to the Unix time in milliseconds less <see cref="Epoch"/>,
/// and the annotation <c>perf/ts</c> to the time itself, so whoever shows either shows how late it is.
/// </remarks>
internal sealed class PodChurn(KubernetesStore store) : IAsyncDisposable
{
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(10);
    private readonly Lock _lock = new();
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;
    private long _sent;
    private double _rate;

    public double Rate => Volatile.Read(ref _rate);

    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Keeps the restart count at ten digits.</summary>
    public long Epoch { get; } = store.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1_000_000_000 * 1_000_000_000 - 1_000_000_000;

    /// <summary>Starts at a rate, or stops at zero.</summary>
    /// <param name="hot">Only this many pods, the first by name; all when null.</param>
    public void Set(double eventsPerSecond, int? hot = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(eventsPerSecond);
        lock (_lock)
        {
            _stop?.Cancel();
            _stop = null;
            Volatile.Write(ref _rate, eventsPerSecond);
            if (eventsPerSecond == 0) return;
            _stop = new CancellationTokenSource();
            _run = RunAsync(eventsPerSecond, hot, _stop.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Set(0);
        await _run;
    }

    private async Task RunAsync(double rate, int? hot, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var pods = store.Catalog.ByPlural("", "pods")!;
        var keys = store.Snapshot(pods).Items.Keys.Take(hot ?? int.MaxValue).ToArray();
        if (keys.Length == 0) return;
        var began = store.Time.GetTimestamp();
        long done = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate) is var step && step > ShortestStep ? step : ShortestStep, store.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                for (var due = (long)(store.Time.GetElapsedTime(began).TotalSeconds * rate); done < due; done++)
                    // A stride prime to most counts visits every pod before it returns to one.
                    Change(pods, keys[done * 7919 % keys.Length]);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped or set to another rate.
        }
    }

    private void Change(Resources.ApiResource pods, string key) => store.Transact(() =>
    {
        if (store.Find(pods, key) is not { } pod) return false;
        var json = pod.ToJson();
        if (json["status"]?["containerStatuses"] is not JsonArray { Count: > 0 } containers) return false;
        var now = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var sequence = Interlocked.Increment(ref _sent);
        containers[0]!["restartCount"] = now - Epoch;
        containers[0]!["ready"] = sequence % 7 != 0;
        var metadata = json["metadata"]!.AsObject();
        if (metadata["annotations"] is not JsonObject annotations) metadata["annotations"] = annotations = [];
        annotations["perf/ts"] = now.ToString(CultureInfo.InvariantCulture);
        annotations["perf/seq"] = sequence.ToString(CultureInfo.InvariantCulture);
        store.Write(pods, json, ChangeType.Modified);
        return true;
    });
}
