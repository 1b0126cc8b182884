using System.Threading.Channels;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>A reflector of pods at work against a scripted server and a manual clock.</summary>
internal sealed class RunningReflector : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ResourceSnapshot<Pod>> _snapshots = Channel.CreateUnbounded<ResourceSnapshot<Pod>>();
    private readonly KubernetesClient _client;
    private readonly Reflector<Pod> _reflector;
    private Task _run = Task.CompletedTask;

    public RunningReflector(ReflectorOptions? options = null)
    {
        _client = Api.Client(Time);
        // 400 s between this and its double, in the middle: every watch asks for 600 s.
        _reflector = new Reflector<Pod>(_client, ResourceTypes.Pods, options ?? new ReflectorOptions { WatchTimeout = TimeSpan.FromSeconds(400) }, Time, new FixedRandom());
        _reflector.Store.Changed += () => _snapshots.Writer.TryWrite(_reflector.Store.Snapshot);
    }

    public ScriptedApi Api { get; } = new();

    public TimerLog Time { get; } = new();

    public Reflector<Pod> Reflector => _reflector;

    public ResourceStore<Pod> Store => _reflector.Store;

    public RunningReflector Start()
    {
        _run = _reflector.RunAsync(_stop.Token);
        return this;
    }

    /// <summary>The next snapshot that was published.</summary>
    public Task<ResourceSnapshot<Pod>> NextAsync() => _snapshots.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>The first of the next snapshots that is as wanted.</summary>
    public async Task<ResourceSnapshot<Pod>> NextAsync(Func<ResourceSnapshot<Pod>, bool> isWanted)
    {
        while (true)
        {
            var snapshot = await NextAsync();
            if (isWanted(snapshot)) return snapshot;
        }
    }

    /// <summary>Starts with these pods listed at version 10 and a watch open.</summary>
    public async Task<ScriptedWatch> StartLiveAsync(params string[] pods)
    {
        Api.Answer(Samples.List("10", pods));
        var watch = Api.AnswerWatch();
        Start();
        await Api.NextRequestAsync();
        await Api.NextRequestAsync();
        await NextAsync();
        return watch;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run.WaitAsync(TimeSpan.FromSeconds(20)));
        _client.Dispose();
        _stop.Dispose();
    }
}
