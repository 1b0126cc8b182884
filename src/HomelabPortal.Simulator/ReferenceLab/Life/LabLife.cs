using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Keeps the reference lab moving, one slow beat after the other, until it is disposed.</summary>
internal sealed class LabLife : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly HabitRound _round;
    private readonly Task _running;

    public LabLife(KubernetesStore store, IReadOnlyList<DockerState> hosts, int seed, TimeProvider time)
    {
        _round = new HabitRound(LabHabits.All(store, hosts, seed), time.GetUtcNow());
        _running = RunAsync(_round, time, _stop.Token);
    }

    public Exception? LastFault => _round.LastFault;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private static async Task RunAsync(HabitRound round, TimeProvider time, CancellationToken ct)
    {
        try
        {
            using var beat = new PeriodicTimer(Beat, time);
            while (await beat.WaitForNextTickAsync(ct).ConfigureAwait(false)) round.Step(time.GetUtcNow());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }
}
