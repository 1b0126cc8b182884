using System.Collections.Immutable;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Running;

/// <summary>All checks with what is remembered of each. It decides what is due and what an answer changes; it asks nothing and stores nothing.</summary>
internal sealed class CheckBoard(Live<ChecksState> live, PendingTallies pending, Random random, TimeProvider time)
{
    /// <summary>At start, so that not all are asked in the same second.</summary>
    private static readonly TimeSpan _spread = TimeSpan.FromSeconds(20);

    /// <summary>Until a change is confirmed it is looked at more often.</summary>
    private static readonly TimeSpan _confirming = TimeSpan.FromSeconds(20);
    private const double Jitter = 0.1;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CheckRun> _runs = [];
    private readonly List<long> _ended = [];
    private Dictionary<string, OpenIncident> _open = [];
    private ImmutableDictionary<string, Silence> _silences = ImmutableDictionary<string, Silence>.Empty;
    private ImmutableDictionary<string, CheckSums> _sums = ImmutableDictionary<string, CheckSums>.Empty;
    private ILookup<string, double?> _times = Array.Empty<string>().ToLookup(id => id, _ => (double?)null);
    private object? _listed;
    private bool _hasChanged;

    public void Load(IEnumerable<OpenIncident> open, IEnumerable<Silence> silences, ILookup<string, double?> times)
    {
        lock (_gate)
        {
            _open = open.GroupBy(one => one.CheckId).ToDictionary(group => group.Key, group => group.Last());
            _silences = silences.ToImmutableDictionary(one => one.CheckId);
            _times = times;
        }
    }

    /// <summary>Takes over the list of what is to be asked.</summary>
    /// <param name="isComplete">What is not in it is gone, and not only unread yet.</param>
    /// <returns>Outages of what is not asked any more.</returns>
    public IReadOnlyList<long> Refresh(ImmutableArray<CheckTask> tasks, bool isComplete)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_listed, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(tasks)))
                Take(tasks);
            var ended = _ended.ToList();
            _ended.Clear();
            foreach (var run in _runs.Values.Where(run => run.Task.IsOff && run.IncidentId is not null))
            {
                ended.Add(run.IncidentId!.Value);
                (run.IncidentId, run.Standing) = (null, Standing.New);
                Draw(run, time.GetUtcNow());
            }

            if (isComplete)
            {
                ended.AddRange(_open.Values.Where(one => !_runs.ContainsKey(one.CheckId)).Select(one => one.Id));
                _open = _open.Where(entry => _runs.ContainsKey(entry.Key)).ToDictionary();
            }

            return ended;
        }
    }

    /// <summary>Hands out what is due, marked as being asked.</summary>
    public IReadOnlyList<(CheckRun Run, CheckTask Task)> TakeDue(int most)
    {
        lock (_gate)
        {
            var (now, free) = (time.GetUtcNow(), most - _runs.Values.Count(run => run.IsBusy));
            var due = _runs.Values.Where(run => !run.IsBusy && !run.Task.IsOff && run.NextAt <= now).OrderBy(run => run.NextAt).Take(Math.Max(0, free)).ToList();
            foreach (var run in due)
                run.IsBusy = true;
            return [.. due.Select(run => (run, run.Task))];
        }
    }

    /// <summary>What an answer changes. Called once for each time that a check was handed out.</summary>
    /// <param name="asked">As it was handed out. The answer to a question that was changed meanwhile says nothing of the new one.</param>
    public void Record(CheckRun run, CheckTask asked, CheckAnswer answer, DateTimeOffset startedAt)
    {
        lock (_gate)
        {
            var (now, task) = (time.GetUtcNow(), run.Task);
            run.IsBusy = false;
            if (!task.AsksAs(asked))
                return;
            if (run.Last is { } before && run.LastAt is { } at)
            {
                foreach (var (stretch, tally) in Tallies.Between(before.Verdict, at, now, (task.Interval * 2) + task.Timeout))
                    pending.Add(task.Id, stretch, tally);
            }

            var took = answer.Verdict == Verdict.Up ? answer.Took : null;
            pending.Add(task.Id, Stretch.At(now), Tally.Of(answer.Verdict, took));
            run.AddTime(took?.TotalMilliseconds);
            run.Standing = Damping.Next(run.Standing, answer.Verdict, now, task.DownAfter, task.UpAfter);
            (run.Last, run.LastAt) = (answer, now);
            var isConfirming = run.Standing.Phase == CheckPhase.Failing || run.Standing is { IsOut: true, Last: Verdict.Up };
            var rest = (isConfirming && task.Interval > _confirming ? _confirming : task.Interval) * (1 + (Jitter * (Roll() - 0.5)));
            var next = startedAt + rest;
            run.NextAt = next > now + TimeSpan.FromSeconds(1) ? next : now + TimeSpan.FromSeconds(1);
            Draw(run, now);
        }
    }

    /// <summary>The outage as it stands and as it is stored.</summary>
    public (bool IsOut, DateTimeOffset Since, string Words, long? IncidentId) OutageOf(CheckRun run)
    {
        lock (_gate)
        {
            // What was taken off the list while it was asked has no outage to begin.
            var isListed = _runs.GetValueOrDefault(run.Task.Id) == run && !run.Task.IsOff;
            return (run.Standing.IsOut && isListed, run.Standing.Since ?? time.GetUtcNow(), run.Last?.Words ?? "", run.IncidentId);
        }
    }

    public void SetIncident(CheckRun run, long? id)
    {
        lock (_gate)
        {
            run.IncidentId = id;
            // Stored a moment after the answer was shown: whoever reads outages reads again.
            Draw(run, time.GetUtcNow());
        }
    }

    public void SetSums(ImmutableDictionary<string, CheckSums> sums)
    {
        lock (_gate)
        {
            _sums = sums;
            DrawAll();
        }
    }

    public void SetSilence(Silence silence)
    {
        lock (_gate)
        {
            _silences = _silences.SetItem(silence.CheckId, silence);
            if (_runs.TryGetValue(silence.CheckId, out var run))
                Draw(run, time.GetUtcNow());
        }
    }

    /// <summary>Asks for a try at the next moment.</summary>
    public void Hasten(string id)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(id, out var run))
                run.NextAt = time.GetUtcNow();
        }
    }

    /// <summary>Shows what has changed since the last time.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            if (!_hasChanged && live.Current.AsOf is not null)
                return;
            _hasChanged = false;
            live.Publish(new ChecksState([.. _runs.Values.Select(run => run.View).OfType<CheckSummary>().OrderBy(view => view.Id, StringComparer.Ordinal)]));
        }
    }

    private void Take(ImmutableArray<CheckTask> tasks)
    {
        var (now, isFirst) = (time.GetUtcNow(), _listed is null);
        _listed = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(tasks);
        var wanted = tasks.ToDictionary(task => task.Id);
        foreach (var id in _runs.Keys.Where(id => !wanted.ContainsKey(id)).ToList())
        {
            // What is not asked any more leaves no outage behind.
            if (_runs[id].IncidentId is { } incident)
                _ended.Add(incident);
            _runs.Remove(id);
        }

        foreach (var task in tasks)
        {
            if (_runs.TryGetValue(task.Id, out var run))
                Change(run, task, now);
            else
                _runs[task.Id] = Begin(task, now, isFirst || task.IsDerived);
        }

        DrawAll();
    }

    private CheckRun Begin(CheckTask task, DateTimeOffset now, bool isSpread)
    {
        var run = new CheckRun(task) { NextAt = isSpread ? now + (_spread * Roll()) : now };
        foreach (var took in _times[task.Id])
            run.AddTime(took);
        if (_open.Remove(task.Id, out var open))
            (run.IncidentId, run.Standing) = (open.Id, Standing.OutSince(open.StartedAt));
        return run;
    }

    private static void Change(CheckRun run, CheckTask task, DateTimeOffset now)
    {
        // What was answered to another question says nothing of this one; the time until its answer is not known.
        if (!run.Task.AsksAs(task))
            run.Standing = run.Standing is { IsOut: true, Since: { } since } ? Standing.OutSince(since) : Standing.New;
        if (!run.Task.AsksAs(task) || run.Task.Interval != task.Interval)
            (run.NextAt, run.Last, run.LastAt) = (now, null, null);
        run.Task = task;
    }

    private void DrawAll()
    {
        var now = time.GetUtcNow();
        foreach (var run in _runs.Values)
            Draw(run, now);
    }

    private void Draw(CheckRun run, DateTimeOffset now)
    {
        run.View = CheckViews.Of(run, _sums.GetValueOrDefault(run.Task.Id) ?? CheckSums.None, pending.Of(run.Task.Id), _silences.GetValueOrDefault(run.Task.Id), now);
        _hasChanged = true;
    }

    private double Roll()
    {
        lock (random)
            return random.NextDouble();
    }
}
