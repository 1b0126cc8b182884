namespace HomelabPortal.Benchmarks;

/// <summary>
/// A time that fits into a pod's restart count and can be read back from any page that shows restarts:
/// milliseconds since an own zero, always ten digits beginning with 1, and no two alike.
/// </summary>
internal sealed class Stamp
{
    private long _last;

    /// <summary>Unix milliseconds of the stamp 0.</summary>
    public long Zero { get; } = Now / 1_000_000_000 * 1_000_000_000 - 1_000_000_000;

    /// <summary>Unix time in milliseconds, the clock that the browser reads as well.</summary>
    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public int Next()
    {
        _last = Math.Max(_last + 1, Now - Zero);
        return checked((int)_last);
    }
}
