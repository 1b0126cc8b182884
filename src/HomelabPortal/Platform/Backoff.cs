namespace HomelabPortal.Platform;

/// <summary>Doubling delays with full jitter above half, reset by the first success.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan most, Random random)
{
    private int _failures;

    public TimeSpan Next()
    {
        var ceiling = Math.Min(most.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(_failures, 30)));
        _failures++;
        return TimeSpan.FromSeconds(ceiling * (0.5 + random.NextDouble() / 2));
    }

    public void Reset() => _failures = 0;
}
