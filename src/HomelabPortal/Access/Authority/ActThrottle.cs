using System.Collections.Concurrent;

namespace HomelabPortal.Access.Authority;

/// <summary>
/// How many acts an account may try: thirty at once, then one every two seconds.
/// Tries that are refused count too, since each leaves a row in the audit.
/// </summary>
internal sealed class ActThrottle(TimeProvider time)
{
    public const int PerMinute = 30;
    private readonly ConcurrentDictionary<string, Purse> _purses = new();

    /// <summary>False when it was too often; the portal itself is never held back.</summary>
    public bool TryTake(Actor actor)
    {
        if (actor.IsPortal)
            return true;
        var now = time.GetTimestamp();
        var purse = _purses.AddOrUpdate(
            actor.AccountId ?? actor.SessionId ?? "", _ => new Purse(PerMinute - 1, now, true), (_, before) => before.Take(time.GetElapsedTime(before.At, now), now));
        return purse.WasTaken;
    }

    private readonly record struct Purse(double Left, long At, bool WasTaken)
    {
        public Purse Take(TimeSpan passed, long now)
        {
            var left = Math.Min(PerMinute, Left + passed.TotalMinutes * PerMinute);
            return left >= 1 ? new Purse(left - 1, now, true) : new Purse(left, now, false);
        }
    }
}
