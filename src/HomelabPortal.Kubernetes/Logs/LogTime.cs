using System.Globalization;
using System.Text;

namespace HomelabPortal.Kubernetes;

/// <summary>When a line was written, to the nanosecond, which <see cref="DateTimeOffset"/> cannot hold.</summary>
/// <param name="UnixNanoseconds">Since 1970, UTC.</param>
public readonly record struct LogTime(long UnixNanoseconds) : IComparable<LogTime>
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddTicks(UnixNanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>The whole second it lies in, which is as precisely as the API server takes a time.</summary>
    public long UnixSeconds => Math.DivRem(UnixNanoseconds, NanosecondsPerSecond) is var (seconds, rest) && rest < 0 ? seconds - 1 : seconds;

    public static LogTime From(DateTimeOffset at) => new((at - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Reads RFC 3339 with up to nine digits after the second.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out LogTime time)
    {
        time = default;
        var digits = 0;
        var fraction = 0L;
        // yyyy-MM-ddTHH:mm:ss and at least the zone.
        if (text.Length is < 20 or > 35)
            return false;
        var rest = text[19..];
        if (rest[0] == (byte)'.')
        {
            while (digits + 1 < rest.Length && rest[digits + 1] is >= (byte)'0' and <= (byte)'9')
                fraction = fraction * 10 + (rest[++digits] - '0');
            if (digits is 0 or > 9)
                return false;
            rest = rest[(digits + 1)..];
        }
        // Without its zone it was cut off.
        if (rest.IsEmpty)
            return false;
        for (; digits < 9; digits++)
            fraction *= 10;
        Span<byte> whole = stackalloc byte[19 + rest.Length];
        text[..19].CopyTo(whole);
        rest.CopyTo(whole[19..]);
        if (whole[10] != (byte)'T' || !DateTimeOffset.TryParseExact(Encoding.ASCII.GetString(whole), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return false;
        // Beyond these years 64 bits do not hold nanoseconds.
        if (at.Year is < 1700 or > 2250)
            return false;
        time = new LogTime(at.ToUnixTimeSeconds() * NanosecondsPerSecond + fraction);
        return true;
    }

    public int CompareTo(LogTime other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    public static bool operator <(LogTime left, LogTime right) => left.UnixNanoseconds < right.UnixNanoseconds;

    public static bool operator >(LogTime left, LogTime right) => left.UnixNanoseconds > right.UnixNanoseconds;

    public static bool operator <=(LogTime left, LogTime right) => left.UnixNanoseconds <= right.UnixNanoseconds;

    public static bool operator >=(LogTime left, LogTime right) => left.UnixNanoseconds >= right.UnixNanoseconds;

    /// <summary>RFC 3339 with nine digits, UTC.</summary>
    public override string ToString()
    {
        var nanoseconds = UnixNanoseconds - UnixSeconds * NanosecondsPerSecond;
        return string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(UnixSeconds):yyyy-MM-dd'T'HH:mm:ss}.{nanoseconds:000000000}Z");
    }
}
