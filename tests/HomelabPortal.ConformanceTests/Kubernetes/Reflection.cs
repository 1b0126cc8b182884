using System.Threading.Channels;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>A reflector of one namespace's services at work.</summary>
internal sealed class Reflection : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();
    private readonly Reflector<Service> _reflector;
    private readonly Task _run;

    public Reflection(KubernetesClient client, string ns, TimeSpan? watchTimeout = null)
    {
        var options = new ReflectorOptions { Namespace = ns, WatchTimeout = watchTimeout ?? TimeSpan.FromMinutes(5) };
        _reflector = new Reflector<Service>(client, ResourceTypes.Services, options, TimeProvider.System, new Random(1));
        _reflector.Store.Changed += () => _changes.Writer.TryWrite(true);
        _run = _reflector.RunAsync(_stop.Token);
    }

    public async Task<ResourceSnapshot<Service>> UntilAsync(Func<ResourceSnapshot<Service>, bool> isThere, CancellationToken cancellationToken)
    {
        while (!isThere(_reflector.Store.Snapshot))
            await _changes.Reader.ReadAsync(cancellationToken);
        return _reflector.Store.Snapshot;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        _stop.Dispose();
    }
}
