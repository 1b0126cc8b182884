using System.Globalization;
using HomelabPortal.Simulator.Kubernetes.Api;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>What of a log is asked for. A bad value is refused with 400.</summary>
internal sealed record LogQuery
{
    public bool Follow { get; private init; }

    public bool Previous { get; private init; }

    public bool Timestamps { get; private init; }

    public long? TailLines { get; private init; }

    public long? LimitBytes { get; private init; }

    /// <summary>Lines from before are left out, each by its own time.</summary>
    public long SinceNanoseconds { get; private init; }

    public static LogQuery Parse(IQueryCollection query, DateTimeOffset now)
    {
        var (seconds, time) = (Number(query, "sinceSeconds"), query["sinceTime"].ToString());
        if (seconds is not null && time.Length > 0)
            throw new KubeletException(400, "at most one of `sinceTime` or `sinceSeconds` may be specified");
        return new LogQuery
        {
            Follow = ApiPath.IsTrue(query["follow"]),
            Previous = ApiPath.IsTrue(query["previous"]),
            Timestamps = ApiPath.IsTrue(query["timestamps"]),
            TailLines = Number(query, "tailLines"),
            LimitBytes = Number(query, "limitBytes"),
            SinceNanoseconds = seconds is { } ago ? ContainerLog.NanosecondsOf(now.AddSeconds(-ago)) : time.Length > 0 ? Since(time) : 0,
        };
    }

    /// <summary>The API server hands the time on in whole seconds.</summary>
    private static long Since(string time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUnixTimeSeconds() * 1_000_000_000
            : throw new KubeletException(400, $"parsing time \"{time}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse");

    private static long? Number(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new KubeletException(400, $"{name}: Invalid value: \"{text}\": must be greater than or equal to 0");
    }
}
