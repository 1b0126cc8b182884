namespace HomelabPortal.Access.Providers;

/// <summary>Lets each errand be answered once, and within ten minutes. What is remembered are the answered ones, so that strangers cannot crowd out those who are still away.</summary>
internal sealed class ErrandBook(TimeProvider time)
{
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;
    private readonly Dictionary<string, DateTimeOffset> _answered = [];
    private readonly Lock _gate = new();

    /// <summary>True the first time, in time.</summary>
    public bool TryAnswer(Errand errand)
    {
        var now = time.GetUtcNow();
        if (now < errand.BegunAt || now - errand.BegunAt >= Holds)
            return false;
        lock (_gate)
        {
            foreach (var old in _answered.Where(answered => now - answered.Value >= Holds).Select(answered => answered.Key).ToList())
                _answered.Remove(old);
            return _answered.Count < Most && _answered.TryAdd(errand.Id, errand.BegunAt);
        }
    }
}
