using System.Globalization;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using HomelabPortal.Checks.Running;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks;

/// <summary>What people do once with a check, whether it is wanted or derived.</summary>
internal sealed class CheckActs(ActionRunner runner, CheckBook book, CheckBoard board, Live<ChecksState> live, NotifySignal notify, TimeProvider time)
{
    /// <summary>Longer than anybody remembers; for good there is the pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Tells nobody about a check for a while. It is still asked, and its outages are still kept.</summary>
    public Task<ActionOutcome> SilenceAsync(string id, TimeSpan span, Actor actor, CancellationToken cancellationToken) =>
        SetAsync(id, $"Silence the check {NameOf(id)} for {SpanWords.Of(span)}", span, actor, cancellationToken);

    /// <summary>Tells people again, also about an outage that they were not told about.</summary>
    public Task<ActionOutcome> EndSilenceAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        SetAsync(id, $"End the silence of the check {NameOf(id)}", TimeSpan.Zero, actor, cancellationToken);

    /// <summary>Asks now instead of when it is due.</summary>
    public Task<ActionOutcome> RunAsync(string id, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.EditChecks, $"Run the check {NameOf(id)} now", actor,
        _ =>
        {
            Require(id);
            board.Hasten(id);
            return Task.CompletedTask;
        },
        cancellationToken);

    private Task<ActionOutcome> SetAsync(string id, string words, TimeSpan span, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.SilenceChecks, words, actor,
        async stop =>
        {
            Require(id);
            if (span < TimeSpan.Zero || span > Longest)
                throw new CheckRefusal($"A silence is at most {Longest.TotalDays.ToString(CultureInfo.InvariantCulture)} days long. Pause the check to stop it for good.");
            var silence = new Silence(id, time.GetUtcNow() + span, actor.Name);
            await book.SilenceAsync(silence, stop);
            board.SetSilence(silence);
            board.Publish();
            notify.Raise();
        },
        cancellationToken);

    private void Require(string id)
    {
        if (live.Current.Value.Find(id) is null)
            throw new CheckRefusal("There is no such check any more.");
    }

    private string NameOf(string id) => live.Current.Value.Find(id) is { } check ? $"{check.Name} ({check.Kind.Word()})" : id;
}
