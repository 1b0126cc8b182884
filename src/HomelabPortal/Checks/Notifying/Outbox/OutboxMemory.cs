namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>
/// What could not be stored, until it can be: which messages were taken, and which channels are left alone meanwhile.
/// Only the one loop that sends uses it.
/// </summary>
internal sealed class OutboxMemory
{
    private readonly Dictionary<long, TakenMessage> _taken = [];
    private readonly Dictionary<string, (int Faults, DateTimeOffset Until)> _rests = [];

    public void Took(IEnumerable<long> ids, TakenMessage taken)
    {
        foreach (var id in ids)
            _taken[id] = taken;
    }

    /// <summary>Null for one that was not taken, or is marked.</summary>
    public TakenMessage? Find(long id) => _taken.GetValueOrDefault(id);

    public void Marked(IEnumerable<long> ids)
    {
        foreach (var id in ids)
            _taken.Remove(id);
    }

    public bool IsResting(string channel, DateTimeOffset now) => _rests.TryGetValue(channel, out var rest) && rest.Until > now;

    /// <summary>How often in a row it could not be stored what became of the channel's messages.</summary>
    public int FaultsOf(string channel) => _rests.GetValueOrDefault(channel).Faults;

    public void Rest(string channel, DateTimeOffset until) => _rests[channel] = (FaultsOf(channel) + 1, until);

    public void EndRest(string channel) => _rests.Remove(channel);
}
