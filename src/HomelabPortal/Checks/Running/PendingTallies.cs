using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Running;

/// <summary>What was counted and is not stored yet. A portal that is killed loses it: then those minutes are not known, rather than guessed.</summary>
internal sealed class PendingTallies
{
    private readonly Lock _gate = new();
    private Dictionary<(string Check, Stretch Stretch), Tally> _counted = [];

    public void Add(string check, Stretch stretch, Tally tally)
    {
        lock (_gate)
            _counted[(check, stretch)] = _counted.GetValueOrDefault((check, stretch)) + tally;
    }

    public IReadOnlyList<(Stretch Stretch, Tally Tally)> Of(string check)
    {
        lock (_gate)
            return [.. _counted.Where(entry => entry.Key.Check == check).Select(entry => (entry.Key.Stretch, entry.Value))];
    }

    /// <summary>Hands out everything; who cannot store it gives it back.</summary>
    public Dictionary<(string Check, Stretch Stretch), Tally> Take()
    {
        lock (_gate)
        {
            var taken = _counted;
            _counted = [];
            return taken;
        }
    }

    public void PutBack(Dictionary<(string Check, Stretch Stretch), Tally> taken)
    {
        foreach (var ((check, stretch), tally) in taken)
            Add(check, stretch, tally);
    }
}
