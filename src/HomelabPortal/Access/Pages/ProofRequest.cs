using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;

namespace HomelabPortal.Access.Pages;

/// <summary>
/// Asks the person at this page to confirm who they are when an act wants that, and then does the act again,
/// so that the form or plan behind the question stays as it is. The proof itself goes from the browser straight to its endpoint;
/// here it shows as a session that has become fresh.
/// </summary>
internal sealed class ProofRequest(Live<AccessState> access, CurrentActor current, TimeProvider time) : IDisposable
{
    private CancellationTokenSource? _asking;

    public event Action? Changed;

    /// <summary>What the proof is for; null while none is asked for.</summary>
    public string? Why { get; private set; }

    /// <param name="refusalOf">Reads from the outcome why the act was refused.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> act, Func<T, AccessRefusal?> refusalOf)
    {
        var outcome = await act();
        return refusalOf(outcome) is { Kind: AccessRefusalKind.NeedsProof } refusal && await IsGivenAsync(refusal.Message) ? await act() : outcome;
    }

    public Task<ActionOutcome> RunAsync(Func<Task<ActionOutcome>> act) => RunAsync(act, outcome => outcome.Refusal);

    /// <summary>For what is sent by a script: true when it may be sent now.</summary>
    public async Task<bool> IsProvedAsync(Act act) => !current.MustProve(act) || await IsGivenAsync($"Confirm who you are to {ActTable.Of(act).Words}.");

    public void GiveUp() => _asking?.Cancel();

    public void Dispose() => GiveUp();

    private async Task<bool> IsGivenAsync(string why)
    {
        using var asking = new CancellationTokenSource();
        GiveUp();
        Show(why, asking);
        try
        {
            await foreach (var state in access.WatchAsync(asking.Token))
            {
                var now = time.GetUtcNow();
                var session = current.Actor.SessionId is { } id ? state.Value.FindSession(id, now) : null;
                if (session is null || session.IsFresh(now))
                    return session is not null;
            }

            return false;
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (ReferenceEquals(_asking, asking))
                Show(null, null);
        }
    }

    private void Show(string? why, CancellationTokenSource? asking)
    {
        (Why, _asking) = (why, asking);
        Changed?.Invoke();
    }
}
