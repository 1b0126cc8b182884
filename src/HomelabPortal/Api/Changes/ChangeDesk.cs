using HomelabPortal.Access;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Api.Changes;

/// <summary>
/// Saves the change that a request asks for: judged against one state of what is wanted and saved only upon that very state,
/// together with the answer when the request carries an idempotency key.
/// </summary>
internal sealed class ChangeDesk(DesiredStore store, DesiredActs acts, IdempotencyKeys keys) : IDisposable
{
    private const int MostTries = 50;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="draft">Works out the change upon a state; it may be asked again when somebody else was quicker.</param>
    /// <exception cref="ProblemException">Nothing was saved.</exception>
    public async Task<IResult> SaveAsync(HttpContext http, Func<DesiredState, Task<Draft>> draft)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var state = store.Current;
            var ready = await draft(state);
            var outcome = await SaveAsync(http, ready, state.Revision);
            if (outcome.Succeeded)
                return ready.Answer;
            if (!outcome.IsStale)
                throw new ProblemException(ProblemOf(outcome));
        }

        throw new ProblemException(Problem.Of(StatusCodes.Status409Conflict) with { Detail = "Others change the configuration all the time. Try again." });
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Takes an audited edit back.</summary>
    /// <exception cref="ProblemException">Nothing was saved.</exception>
    public async Task<IResult> UndoAsync(HttpContext http, long auditId)
    {
        var answer = ApiAnswer.Empty(StatusCodes.Status204NoContent);
        var outcome = await acts.UndoAsync(auditId, Actor.Of(http.User), http.RequestAborted, keys.Keeping(http, answer));
        return outcome.Succeeded ? answer : throw new ProblemException(ProblemOf(outcome));
    }

    public static Problem ProblemOf(ActionOutcome outcome) =>
        outcome.Refusal is { } refusal ? Problem.Of(refusal) : Problem.Of(StatusCodes.Status409Conflict) with { Detail = outcome.Fault };

    /// <summary>One after the other, so that requests do not spend each other's acts on states that have passed.</summary>
    private async Task<ActionOutcome> SaveAsync(HttpContext http, Draft draft, long revision)
    {
        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            return store.Current.Revision == revision
                ? await acts.SaveAsync(draft.Edit, draft.Words, Actor.Of(http.User), http.RequestAborted, revision, draft.With(keys.Keeping(http, draft.Answer)))
                : new ActionOutcome(0, "") { IsStale = true };
        }
        finally
        {
            _turn.Release();
        }
    }
}
